package org.tongqu.engines.space.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.packs.RealPacks;
import org.tongqu.engines.packs.reading.RegisterPacks;
import org.tongqu.engines.registers.Attribute;

/** FEATURE: a filter in CQL2 text is read, or the sign is said at which it cannot be. */
class FilterReaderTest {

    private static final List<Attribute> ATTRIBUTES = RegisterPacks.readAll(RealPacks.root()).registers().stream()
            .filter(register -> register.code().equals("natural-space"))
            .findFirst()
            .orElseThrow()
            .attributes();

    private static String shown(Filter filter) {
        return switch (filter) {
            case Filter.And(var all) ->
                all.stream().map(FilterReaderTest::shown).collect(Collectors.joining(" & ", "(", ")"));
            case Filter.Or(var any) ->
                any.stream().map(FilterReaderTest::shown).collect(Collectors.joining(" | ", "(", ")"));
            case Filter.Not(var not) -> "!" + shown(not);
            case Filter.Compared(var name, var sign, var value) -> name + " " + sign + " " + value;
            case Filter.Between(var name, var least, var most) -> name + " " + least + ".." + most;
            case Filter.In(var name, var values) -> name + " " + values;
            case Filter.Like(var name, var pattern) -> name + " ~ " + pattern;
            case Filter.Missing(var name) -> name + " ?";
            case Filter.Lies(var how, var shape) -> how + " " + shape.getGeometryType();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name = 'a'                                            # name EQUAL a
            name='it''s'                                          # name EQUAL it's
            "name" <> 'a'                                         # name OTHER a
            area >= -1.5e3                                        # area MORE_OR_EQUAL -1.5e3
            area<2 and area>1                                     # (area LESS 2 & area MORE 1)
            name = 'a' OR name = 'b' AND area = 1                 # (name EQUAL a ! (name EQUAL b & area EQUAL 1))
            (name = 'a' OR name = 'b') AND area = 1               # ((name EQUAL a ! name EQUAL b) & area EQUAL 1)
            NOT name = 'a' AND NOT (area = 1)                     # (!name EQUAL a & !area EQUAL 1)
            NOT NOT name = 'a'                                    # !!name EQUAL a
            kind IN ('road','water')                              # kind [road, water]
            area NOT IN (1,2)                                     # !area [1, 2]
            area BETWEEN 1 AND 2 AND name = 'x'                   # (area 1..2 & name EQUAL x)
            name LIKE 'a%'                                        # name ~ a%
            name NOT LIKE '_\\%'                                  # !name ~ _\\%
            parent IS NULL OR parent IS NOT NULL                  # (parent ? ! !parent ?)
            S_INTERSECTS(geometry, POLYGON((1 1,2 1,2 2,1 1)))    # INTERSECTS Polygon
            S_WITHIN(geometry,POINT(1 1)) AND name = 'a'          # (WITHIN Point & name EQUAL a)
            """)
    void aFilterIsRead(String line) {
        var parts = line.split("#");

        assertThat(read(parts[0].strip())).isEqualTo(parts[1].strip().replace(" ! ", " | "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name                                          | ENDS 5
            name =                                        | ENDS 7
            name = 'a                                     | UNEXPECTED 8
            name = 'a' name = 'b'                         | UNEXPECTED 12
            name = b                                      | UNEXPECTED 8
            name == 'a'                                   | UNEXPECTED 7
            name = 'a'; DROP TABLE space.feature          | UNEXPECTED 11
            AND name = 'a'                                | UNEXPECTED 1
            (name = 'a'                                   | ENDS 12
            name = 'a')                                   | UNEXPECTED 11
            shoe = 'a'                                    | NO_ATTRIBUTE 1
            name = 1                                      | NOT_OF_KIND 8
            area = 'large'                                | NOT_OF_KIND 8
            area LIKE '1%'                                | NOT_OF_KIND 11
            name BETWEEN 1 AND 2                          | NOT_OF_KIND 14
            name IN ()                                    | UNEXPECTED 10
            name LIKE 'a\\'                               | UNEXPECTED 11
            S_INTERSECTS(shape, POINT(1 1))               | NO_ATTRIBUTE 14
            S_INTERSECTS(geometry, POLYGON((1 1,2 2)))    | SHAPE 24
            S_INTERSECTS(geometry, here)                  | SHAPE 24
            S_INTERSECTS(geometry, POINT(1 1)             | SHAPE 24
            """)
    void whereItCannotBeReadIsSaid(String text, String refused) {
        assertThat(read(text)).isEqualTo(refused);
    }

    private static String read(String text) {
        return FilterReader.read(text, ATTRIBUTES)
                .map(FilterReaderTest::shown)
                .<String>fold(said -> said, why -> why.kind() + " " + why.at());
    }

    @Test
    void aFilterWithoutEndIsRefused() {
        assertThat(read("NOT ".repeat(100) + "name = 'a'")).startsWith("TOO_LARGE");
        assertThat(read("(".repeat(3_000) + "name = 'a'")).startsWith("TOO_LARGE");
    }
}
