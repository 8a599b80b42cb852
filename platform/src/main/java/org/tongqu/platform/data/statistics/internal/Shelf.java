package org.tongqu.platform.data.statistics.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.tongqu.engines.packs.reading.IndicatorPacks;
import org.tongqu.engines.statistics.IndicatorBook;
import org.tongqu.engines.statistics.Regions;
import org.tongqu.platform.data.statistics.Covered;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;

/** The indicators that the packs declare, as they were when somebody first asked, and the regions of their offices. */
@Component
public class Shelf {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final Supplier<IndicatorBook> book;
    private final Directory directory;

    Shelf(Environment environment, Directory directory) {
        var packs = Path.of(environment.getProperty("tongqu.packs", "packs"));
        this.book = SingletonSupplier.of(() -> read(packs));
        this.directory = directory;
    }

    private static IndicatorBook read(Path packs) {
        if (!Files.isDirectory(packs)) {
            return new IndicatorBook(List.of());
        }
        var reading = IndicatorPacks.readAll(packs);
        reading.problems().forEach(problem -> LOG.error("An indicator cannot be used: {}", problem));
        return new IndicatorBook(reading.topics());
    }

    public IndicatorBook book() {
        return book.get();
    }

    /** Whether an organisation answers for any indicator; asked at every page of the desk. */
    public boolean isKept(String organisation) {
        return book().all().stream()
                .map(indicator -> indicator.keeping().office())
                .distinct()
                .flatMap(kind -> office(kind).stream())
                .anyMatch(office -> office.code().equals(organisation));
    }

    /** The office of the kind that stands highest; it has figures of its division and of those right below it. */
    public Optional<Organisation> office(String kind) {
        return directory.organisations().stream()
                .filter(organisation -> organisation.kind().equals(kind))
                .min(Comparator.comparing((Organisation organisation) ->
                                organisation.division().level())
                        .thenComparing(Organisation::code));
    }

    /** Nothing where there is no such office. */
    public Optional<Covered> covered(String kind) {
        return office(kind).map(office -> {
            var whole = office.division();
            var names = new LinkedHashMap<String, String>();
            directory.findDivision(whole).ifPresent(division -> names.put(whole.value(), division.name()));
            var below = directory.children(whole);
            below.forEach(division -> names.put(division.code().value(), division.name()));
            var parts = below.stream().map(division -> division.code().value()).toList();
            return new Covered(office.code(), new Regions(whole.value(), parts), names);
        });
    }
}
