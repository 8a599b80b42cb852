package org.tongqu.platform.data.exchange.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;

/** The flows that are declared: those of packs, and in the demo those of its departments. */
@Component
public class FlowBook {

    private static final Logger LOG = LoggerFactory.getLogger(FlowBook.class);
    private static final String SHIPPED = "classpath:org/tongqu/platform/data/exchange/exchanges/*.yaml";

    private final Map<String, PlannedFlow> flows = new ConcurrentHashMap<>();
    private final FlowStore store;
    private final Catalog catalog;
    private final Directory directory;
    private final Mode mode;
    private final Path packs;
    private final Clock clock;

    FlowBook(FlowStore store, Catalog catalog, Directory directory, Mode mode, Environment environment, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.directory = directory;
        this.mode = mode;
        this.packs = Path.of(environment.getProperty("tongqu.packs", "packs"));
        this.clock = clock;
    }

    public Optional<PlannedFlow> find(String id) {
        return Optional.ofNullable(flows.get(id));
    }

    /** All of them, by id. */
    public List<PlannedFlow> all() {
        return flows.values().stream()
                .sorted(Comparator.comparing(PlannedFlow::id))
                .toList();
    }

    /** Takes a flow into the book; nothing when its resource, its consumer or its purpose is not known here. */
    public Optional<PlannedFlow> declare(Flow flow) {
        var planned = flow.running().flatMap(running -> plan(flow, running));
        planned.ifPresent(known -> {
            store.keep(known, clock.instant());
            flows.put(known.id(), known);
        });
        return planned;
    }

    private Optional<PlannedFlow> plan(Flow flow, Flow.Running running) {
        var agreed = running.agreed();
        var resource = ResourceCode.find(agreed.resource());
        var provider = resource.flatMap(catalog::findPublished)
                .map(edition -> edition.resource().organisation());
        var consumer = consumer(agreed.consumer());
        var purpose = Coded.find(Purpose.class, agreed.purpose());
        if (provider.isEmpty() || consumer.isEmpty() || purpose.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PlannedFlow(flow, running, resource.orElseThrow(), consumer.get(), provider.get(), purpose.get()));
    }

    /** By its code, or the first of the kind: the city's own. */
    private Optional<String> consumer(String named) {
        return directory
                .findOrganisation(named)
                .or(() -> directory.organisations().stream()
                        .filter(organisation -> organisation.kind().equals(named))
                        .findFirst())
                .map(Organisation::code);
    }

    @EventListener
    @Order(0)
    void on(ApplicationReadyEvent ready) {
        try {
            if (mode == Mode.DEMO) {
                for (var file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                    take(String.valueOf(file.getFilename()), file.getContentAsByteArray());
                }
            }
            if (Files.isDirectory(packs)) {
                try (var files = Files.find(packs, 5, (file, kind) -> isFlow(file))) {
                    for (var file : files.sorted().toList()) {
                        take(file.toString(), Files.readAllBytes(file));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the flows", e);
        }
    }

    private static boolean isFlow(Path file) {
        return file.toString().endsWith(".yaml") && file.resolveSibling("").endsWith("exchanges");
    }

    private void take(String name, byte[] yaml) {
        switch (ExchangeReader.read(name, yaml)) {
            case Outcome.Done<Flow, ?>(var flow) -> {
                if (declare(flow).isEmpty()) {
                    LOG.info("The flow {} has no resource or party here and is left out", flow.id());
                }
            }
            case Outcome.Refused<Flow, ?>(var problems) -> LOG.error("The flow {} cannot be read: {}", name, problems);
        }
    }
}
