package org.tongqu.platform.front.portal.web.home;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tongqu.design.Texts;
import org.tongqu.design.view.StatTiles.Tile;
import org.tongqu.platform.matter.supervision.Figure;
import org.tongqu.platform.matter.supervision.Question;

/** What the public is told about promises kept: asked and shown alike wherever it stands. */
public final class Openness {

    private static final String PROMISED = "promised";

    private Openness() {}

    /** The promised clocks that ended since the first of this month. */
    public static Question thisMonth(Instant now) {
        var today = LocalDate.ofInstant(now, Texts.ZONE);
        return new Question(today.withDayOfMonth(1), today.plusDays(1), Optional.empty(), Optional.of(PROMISED));
    }

    /** @param href the rows behind it; empty where they stand below */
    public static Tile onTime(Texts texts, Figure figure, String href) {
        var measured = figure.value().isPresent();
        return new Tile(
                texts.say("portal.home.figure.ontime"),
                figure.value()
                        .map(value -> value.stripTrailingZeros().toPlainString())
                        .orElse("—"),
                measured ? texts.say("portal.home.figure.ontime.unit") : "",
                measured ? href : "",
                measured ? "" : texts.say("portal.home.figure.ontime.none"),
                texts.say(
                        "portal.home.figure.ontime.formula",
                        texts.number(figure.hits()),
                        texts.number(figure.population())));
    }
}
