package org.tongqu.design.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;

/** FEATURE: a line says what is known and nothing more; tiles are the darker the more. */
class LineChartTest {

    private static LineChart chart(@Nullable Double... values) {
        var points = java.util.stream.IntStream.range(0, values.length)
                .mapToObj(place -> new LineChart.Point(
                        "p" + place, Optional.ofNullable(values[place]), String.valueOf(values[place]), ""))
                .toList();
        return new LineChart(TextsBundle.ofComponents().in(Language.ZH), "t", "w", "u", points);
    }

    @Test
    void theLineIsBrokenWhereNothingIsKnown() {
        var chart = chart(1.0, 2.0, null, 4.0);

        assertThat(chart.lines()).extracting(List::size).containsExactly(2, 1);
        assertThat(chart.path(chart.lines().getFirst())).isEqualTo("8.0,176.0 242.7,126.7");
        assertThat(chart.nought()).isEmpty();
        assertThat(chart(-1.0, 1.0).nought()).contains("102.0");
        assertThat(chart().lines()).isEmpty();
        assertThat(chart(3.0).words()).extracting(LineChart.Word::text).containsExactly("3.0", "p0");
    }

    @Test
    void theGreatestIsTheDarkest() {
        var tiles = List.of(tile(0), tile(50), tile(100));
        var map = new TileMap("t", "u", tiles);

        assertThat(tiles).extracting(map::shade).containsExactly("shade-1", "shade-3", "shade-5");
        assertThat(new TileMap("t", "u", List.of(tile(7))).shade(tile(7))).isEqualTo("shade-3");
    }

    private static TileMap.Tile tile(double value) {
        return new TileMap.Tile("x", value, "x", "");
    }
}
