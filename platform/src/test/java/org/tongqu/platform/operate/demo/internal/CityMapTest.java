package org.tongqu.platform.operate.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.tongqu.engines.space.Shapes;
import org.tongqu.platform.operate.demo.CityMap;
import org.tongqu.platform.operate.demo.CityMap.Spot;
import org.tongqu.platform.trust.directory.Division;

/** FEATURE: the demo city is one area that its divisions fill without gaps. */
class CityMapTest {

    private final Places places = Places.of(new Words());
    private final CityMap map =
            new CityMap(places.communities().stream().map(Division::code).toList());

    private static Geometry area(List<Spot> border) {
        return Shapes.parse(border.stream()
                        .map(spot -> spot.longitude() + " " + spot.latitude())
                        .collect(Collectors.joining(",", "POLYGON((", "))")))
                .orElseThrow();
    }

    @Test
    void eachLevelFillsTheWholeCity() {
        var city = area(map.border());
        var cells = places.communities().stream()
                .flatMap(community -> map.cells(community.code()).stream())
                .toList();

        assertThat(cells).hasSizeBetween(900, 1_200);
        for (var level :
                List.of(borders(places.districts()), borders(places.streets()), borders(places.communities()), cells)) {
            var areas = level.stream().map(CityMapTest::area).toList();
            assertThat(areas.stream().mapToDouble(Geometry::getArea).sum()).isCloseTo(city.getArea(), within(1e-9));
            assertThat(UnaryUnionOp.union(areas).symDifference(city).getArea()).isLessThan(1e-9);
        }
    }

    private List<List<Spot>> borders(List<Division> divisions) {
        return divisions.stream()
                .map(division -> map.border(division.code()).orElseThrow())
                .toList();
    }

    @Test
    void aPlaceInACommunityLiesInItsCell() {
        for (var community : places.communities().subList(0, 60)) {
            var area = area(map.border(community.code()).orElseThrow());
            for (int number = 0; number < 20; number++) {
                var spot = map.spot(community.code(), number).orElseThrow();
                var point = Shapes.point(spot.longitude(), spot.latitude());
                assertThat(area.contains(point)).isTrue();
                assertThat(area(map.cells(community.code()).get(map.cell(community.code(), number) - 1))
                                .contains(point))
                        .isTrue();
            }
            assertThat(area.contains(area(map.parcel(community.code(), 4).orElseThrow())))
                    .isTrue();
        }
    }

    @Test
    void roadsAndTheRiverCrossTheCity() {
        assertThat(Stream.of(area(map.river())).map(river -> river.intersects(area(map.border()))))
                .containsExactly(true);
        assertThat(map.roads()).hasSize(30);
    }
}
