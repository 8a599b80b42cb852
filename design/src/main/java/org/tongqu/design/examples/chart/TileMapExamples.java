package org.tongqu.design.examples.chart;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.TileMap;
import org.tongqu.design.chart.TileMap.Tile;
import org.tongqu.design.examples.Examples;

/** Examples of {@link TileMap}. */
public final class TileMapExamples implements Examples {

    @Override
    public String template() {
        return "chart/TileMap";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(
                t,
                "usual",
                new TileMap(
                        say(t, "chart.offices"),
                        say(t, "stat.open"),
                        List.of(
                                new Tile(say(t, "office.name"), 320, "320", "#1"),
                                new Tile(say(t, "office.2"), 214, "214", "#2"),
                                new Tile(say(t, "firm.long"), 120, "120", ""),
                                new Tile(say(t, "office.3"), 0, "0", "")))));
    }
}
