package org.tongqu.platform.matter.publicity.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Delivery;
import org.tongqu.platform.data.catalog.Description.Openness;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Item.Authority;
import org.tongqu.platform.data.catalog.OpenFile;
import org.tongqu.platform.data.catalog.OpenFiles;
import org.tongqu.platform.data.catalog.Upkeep;

/**
 * What is published of penalties as open data: of the resource whose item is the source of truth for their numbers,
 * wherever the catalogue has it. Without such a resource nothing is offered.
 */
@Component
public class OpenPenalties implements OpenFiles {

    /** Where the files stand, before the point. */
    public static final String FILES = "/publicity/open/penalties";

    private static final String ELEMENT = "penalty.number";

    private final Catalog catalog;
    private final Upkeep upkeep;
    private final PenaltyStore store;
    private final TextsBundle texts;

    OpenPenalties(Catalog catalog, Upkeep upkeep, PenaltyStore store, TextsBundle texts) {
        this.catalog = catalog;
        this.upkeep = upkeep;
        this.store = store;
        this.texts = texts;
    }

    /** The resource, as long as it is published and open without condition. */
    public Optional<Edition> resource() {
        return catalog.findSource(ELEMENT)
                .flatMap(catalog::findOpen)
                .filter(edition -> edition.description().opening().kind() == Openness.OPEN);
    }

    @Override
    public List<OpenFile> of(Edition edition) {
        return edition.description().opening().kind() == Openness.OPEN
                        && edition.items().stream()
                                .anyMatch(item -> item.authority() == Authority.SOURCE
                                        && item.element().equals(Optional.of(ELEMENT)))
                ? Stream.of("CSV", "JSON").map(this::file).toList()
                : List.of();
    }

    private OpenFile file(String format) {
        return new OpenFile(format, FILES + "." + format.toLowerCase(Locale.ROOT), terms());
    }

    /** What whoever takes them has to observe: what was taken down here is no longer to be shown anywhere. */
    public Label terms() {
        var key = "publicity.open.terms";
        return new Label(texts.in(Language.ZH).say(key), texts.in(Language.EN).say(key));
    }

    /** Something was published, put right or taken down, in the transaction in which it was. */
    public void moved(Instant at) {
        catalog.findSource(ELEMENT)
                .ifPresent(code -> upkeep.delivered(
                        code,
                        new Delivery(at, store.shown(LocalDate.ofInstant(at, WorkingCalendar.ZONE)), 0, List.of())));
    }
}
