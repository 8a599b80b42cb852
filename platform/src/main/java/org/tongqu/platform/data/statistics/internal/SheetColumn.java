package org.tongqu.platform.data.statistics.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;

/** The columns of a table of figures, in the order in which the template has them. */
public enum SheetColumn {
    INDICATOR,
    TITLE,
    REGION,
    REGION_NAME,
    PERIOD,
    UNIT,
    VALUE,
    REASON;

    /** By which the texts have its heading. */
    public String text() {
        return "statistics.sheet." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The column with this heading, in whichever language. */
    static Optional<SheetColumn> of(TextsBundle texts, String heading) {
        return Stream.of(values())
                .filter(column -> Stream.of(Language.values())
                        .anyMatch(language ->
                                texts.in(language).say(column.text()).equalsIgnoreCase(heading)))
                .findFirst();
    }
}
