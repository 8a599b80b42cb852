package org.tongqu.engines.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.kernel.Outcome;

/** FEATURE: a shape that cannot lie on the map is refused with its reason. */
class ShapesTest {

    private static final String SQUARE = "POLYGON((112 30,112.1 30,112.1 30.1,112 30.1,112 30))";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POINT(112 30)                                                                     | Point
            LINESTRING(112 30,112.1 30)                                                       | LineString
            POLYGON((112 30,112.1 30,112.1 30.1,112 30.1,112 30))                             | Polygon
            {"type":"Point","coordinates":[112,30]}                                           | Point
            {"type":"Polygon","coordinates":[[[112,30],[112.1,30],[112.1,30.1],[112,30]]]}    | Polygon
            {"type":"MultiPoint","coordinates":[[112,30],[112.1,30]]}                         | MultiPoint
            POLYGON((112 30,112.1 30,112.1 30.1,112 30.1))                                    | OpenRing
            {"type":"Polygon","coordinates":[[[112,30],[112.1,30],[112.1,30.1]]]}             | OpenRing
            POLYGON((112 30,112.1 30.1,112.1 30,112 30.1,112 30))                             | Crosses
            {"type":"Polygon","coordinates":[[[112,30],[112.1,30.1],[112.1,30],[112,30.1],[112,30]]]} | Crosses
            POINT(30 112)                                                                     | Outside
            POINT(112 30                                                                      | Unreadable
            POINT EMPTY                                                                       | Unreadable
            {"type":"Circle","coordinates":[112,30]}                                          | Unreadable
            {"type":"Point","coordinates":["112",30]}                                         | Unreadable
            {"type":"Point"                                                                   | Unreadable
            112,30                                                                            | Unreadable
            """)
    void aShapeIsReadOrRefusedWithItsReason(String text, String expected) {
        var said = Shapes.parse(text)
                .fold(shape -> shape.getGeometryType(), why -> why.getClass().getSimpleName());

        assertThat(said).isEqualTo(expected);
    }

    @Test
    void whatCrossesItselfIsSaidWithItsPlace() {
        var refused = Shapes.parse("POLYGON((112 30,113 31,113 30,112 31,112 30))");

        assertThat(refused).isEqualTo(Outcome.refused(new ShapeRefusal.Crosses(112.5, 30.5)));
    }

    @Test
    void aShapeIsWrittenAsItWasReadAndRunsCounterClockwise() {
        var clockwise = Shapes.parse("POLYGON((112 30,112 30.1,112.1 30.1,112.1 30,112 30))")
                .orElseThrow();
        var kept = Shapes.ofBytes(Shapes.bytes(clockwise));

        assertThat(kept.equalsTopo(Shapes.parse(SQUARE).orElseThrow())).isTrue();
        assertThat(Shapes.geoJson(kept))
                .isEqualTo("{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[112,30],[112.1,30],[112.1,30.1],[112,30.1],[112,30]]]}");
        assertThat(Shapes.parse(Shapes.geoJson(kept)).orElseThrow().equalsTopo(kept))
                .isTrue();
    }

    @Test
    void everyOtherKindOfShapeComesBackAsItWent() {
        for (var text : new String[] {
            "MULTIPOLYGON(((112 30,112.1 30,112.1 30.1,112 30)),((113 30,113.1 30,113.1 30.1,113 30)))",
            "POLYGON((112 30,113 30,113 31,112 31,112 30),(112.4 30.4,112.6 30.4,112.6 30.6,112.4 30.4))",
            "MULTILINESTRING((112 30,112.1 30),(113 30,113.1 30))",
            "MULTIPOINT((112 30),(113 30))"
        }) {
            var shape = Shapes.parse(text).orElseThrow();

            assertThat(Shapes.parse(Shapes.geoJson(shape)).orElseThrow().equalsTopo(shape))
                    .as(text)
                    .isTrue();
        }
    }
}
