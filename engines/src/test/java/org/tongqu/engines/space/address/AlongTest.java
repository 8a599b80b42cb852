package org.tongqu.engines.space.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.tongqu.engines.space.Shapes;
import org.tongqu.engines.space.address.Along.Known;

/** FEATURE: a number without an entry lies along its road between those that have one. */
class AlongTest {

    private static final Geometry ROAD =
            Shapes.read("LINESTRING(0 0,10 0,10 10)").found().orElseThrow();
    private static final List<Known> KNOWN = List.of(
            new Known(2, new Coordinate(1, -1)),
            new Known(1, new Coordinate(2, 1)),
            new Known(12, new Coordinate(6, -1)),
            new Known(20, new Coordinate(11, 4)));

    private static String shown(int number, List<Known> known) {
        return Along.place(ROAD, number, known)
                .map(place -> "%.2f %.2f".formatted(place.x, place.y))
                .orElse("");
    }

    @Test
    void itLiesBetweenItsNeighboursOnItsSide() {
        assertThat(shown(6, KNOWN)).isEqualTo("3.00 -1.00");
        assertThat(shown(16, KNOWN)).as("round the corner").isEqualTo("11.00 0.00");
        assertThat(shown(18, KNOWN)).isEqualTo("11.00 2.00");
    }

    @Test
    void whereItsSideIsNotKnownItLiesInTheMiddle() {
        assertThat(shown(7, KNOWN)).isEqualTo("3.50 0.00");
    }

    @Test
    void whatNoTwoNumbersHaveBetweenThemIsNotGuessed() {
        assertThat(shown(30, KNOWN)).isEmpty();
        assertThat(shown(6, List.of())).isEmpty();
        assertThat(Along.place(Shapes.point(1, 1), 6, KNOWN)).isEmpty();
    }
}
