package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.view.StatTiles;

/** Examples of {@link StatTiles}. */
public final class StatTilesExamples implements Examples {

    @Override
    public String template() {
        return "view/StatTiles";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(
                t,
                "usual",
                new StatTiles(
                        t,
                        List.of(
                                new StatTiles.Tile(
                                        say(t, "stat.open"),
                                        "1,243",
                                        say(t, "piece"),
                                        "#open",
                                        say(t, "stat.change"),
                                        ""),
                                new StatTiles.Tile(
                                        say(t, "stat.ontime"),
                                        "98.6",
                                        "%",
                                        "#ontime",
                                        "",
                                        say(t, "stat.ontime.formula")),
                                new StatTiles.Tile(
                                        say(t, "stat.days"),
                                        "2.4",
                                        say(t, "days.unit"),
                                        "#days",
                                        "",
                                        say(t, "stat.days.formula"))))));
    }
}
