package org.tongqu.platform.data.files.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.files.Batch;
import org.tongqu.platform.data.files.UploadRefusal;

/**
 * The folder that departments share with the platform: {@code SYSTEM/FLOW/…/manifest.json}. A batch begins to exist when its
 * manifest is there, is copied away while it is still its sender's, and only then looked through.
 */
@Component
public class DropFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final String ASIDE = ".set-aside";
    private static final int MOST = 100;

    private final Flows flows;
    private final Arrivals arrivals;
    private final Spool spool;
    private final BatchStore store;
    private final DemoBatches demo;
    private final Path shared;

    DropFolder(Flows flows, Arrivals arrivals, Checker.Kept kept, DemoBatches demo, Environment environment) {
        this.demo = demo;
        this.flows = flows;
        this.arrivals = arrivals;
        this.spool = kept.spool();
        this.store = kept.store();
        this.shared = root(environment);
    }

    /** Where the shared folders of all systems are. */
    static Path root(Environment environment) {
        var data = Path.of(environment.getProperty("tongqu.data", "data"));
        return Path.of(environment.getProperty(
                "tongqu.files.shared", data.resolve("shared-files").toString()));
    }

    /** Takes over what lies there with a manifest. */
    public void look() {
        demo.deliver(shared);
        look(shared);
    }

    void look(Path folder) {
        for (var flow : flows.fromFiles()) {
            var mine = folder.resolve(flow.running().from()).resolve(flow.id());
            try {
                for (var batch : batches(mine)) {
                    take(flow, batch);
                }
            } catch (IOException away) {
                LOG.warn("The folder of {} cannot be read", flow.id(), away);
            }
        }
    }

    private static List<Path> batches(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var found = Files.list(folder)) {
            return found.filter(batch -> !batch.getFileName().toString().startsWith("."))
                    .filter(batch -> Files.isDirectory(batch, LinkOption.NOFOLLOW_LINKS))
                    .filter(batch -> Files.isRegularFile(batch.resolve(Manifest.NAME), LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST)
                    .toList();
        }
    }

    private void take(PlannedFlow flow, Path folder) throws IOException {
        var file = folder.resolve(Manifest.NAME);
        var sent = Files.size(file) > Manifest.LARGEST ? new byte[Manifest.LARGEST + 1] : Files.readAllBytes(file);
        switch (arrivals.open(sent, Optional.of(flow), "folder")) {
            case Outcome.Done<Batch, UploadRefusal>(var batch) -> copy(batch, folder);
            case Outcome.Refused<Batch, UploadRefusal>(UploadRefusal.Faulty(var fault)) -> {
                arrivals.setAside(
                        flow, Manifest.read(sent), fault, folder.getFileName().toString(), "folder");
                aside(folder);
            }
            case Outcome.Refused<Batch, UploadRefusal>(var other) ->
                LOG.warn("A batch of {} is left where it is: {}", flow.id(), other);
        }
    }

    private void copy(Batch batch, Path folder) throws IOException {
        if (batch.state() == Batch.State.RECEIVING) {
            var into = spool.arriving(batch.token());
            Files.createDirectories(into);
            for (var part : batch.manifest().files()) {
                var file = folder.resolve(part.name());
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(file, into.resolve(part.name()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            store.arrived(batch.id());
        }
        try {
            spool.drop(folder);
        } catch (UncheckedIOException kept) {
            LOG.warn("{} cannot be taken away; it will not be taken twice", folder, kept);
        }
    }

    private static void aside(Path folder) throws IOException {
        var aside = Files.createDirectories(folder.resolveSibling(ASIDE));
        Files.move(folder, aside.resolve(folder.getFileName() + "-" + System.nanoTime()));
    }
}
