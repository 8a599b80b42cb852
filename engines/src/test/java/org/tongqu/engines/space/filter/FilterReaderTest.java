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

    private static String shown(Part part) {
        return switch (part) {
            case Filter filter -> shown(filter);
            case Value value -> shown(value);
            case Area.Own own -> "here";
            case Area.Drawn(var shape) -> shape.getGeometryType();
            case Period(var from, var to) when from.equals(to) -> shown(from.orElseThrow());
            case Period(var from, var to) ->
                from.map(FilterReaderTest::shown).orElse("") + ".."
                        + to.map(FilterReaderTest::shown).orElse("");
        };
    }

    private static String shown(Filter filter) {
        return switch (filter) {
            case Filter.And(var all) ->
                all.stream().map(FilterReaderTest::shown).collect(Collectors.joining(" & ", "(", ")"));
            case Filter.Or(var any) ->
                any.stream().map(FilterReaderTest::shown).collect(Collectors.joining(" | ", "(", ")"));
            case Filter.Not(var not) -> "!" + shown(not);
            case Filter.Constant(var is) -> String.valueOf(is);
            case Filter.Compared(var left, var sign, var right) -> shown(left) + " " + sign + " " + shown(right);
            case Filter.Agreed(var left, var sign, var right) -> shown(left) + " " + sign + " " + shown(right);
            case Filter.Between(var number, var least, var most) ->
                shown(number) + " " + shown(least) + ".." + shown(most);
            case Filter.In(var value, var among) ->
                shown(value) + among.stream().map(FilterReaderTest::shown).toList();
            case Filter.Like(var text, var pattern) -> shown(text) + " ~ " + shown(pattern);
            case Filter.Missing(var value) -> shown(value) + " ?";
            case Filter.Unknown(var inner) -> shown(inner) + " ??";
            case Filter.Happens(var when, var one, var other) -> when + " " + shown(one) + " " + shown(other);
            case Filter.Lies(var how, var one, var other) -> how + " " + shown(one) + " " + shown(other);
        };
    }

    private static String shown(Value value) {
        return switch (value) {
            case Value.Named(var name, var kind) -> name;
            case Value.Text(var text) -> "'" + text + "'";
            case Value.Number(var number) -> number.toPlainString();
            case Value.Day(var day) -> day.toString();
            case Value.Moment(var moment) -> moment.toString();
            case Value.Folded(var fold, var text) -> fold + "(" + shown(text) + ")";
            case Value.Calculated(var left, var operation, var right) ->
                "[" + shown(left) + " " + operation + " " + shown(right) + "]";
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name = 'a'                                            # name EQUAL 'a'
            name='it''s'                                          # name EQUAL 'it's'
            name='it\\'s'                                         # name EQUAL 'it's'
            "name" <> 'a'                                         # name OTHER 'a'
            area >= -1.5e3                                        # area MORE_OR_EQUAL -1500
            area<2 and area>1                                     # (area LESS 2 & area MORE 1)
            name = 'a' OR name = 'b' AND area = 1                 # (name EQUAL 'a' ! (name EQUAL 'b' & area EQUAL 1))
            (name = 'a' OR name = 'b') AND area = 1               # ((name EQUAL 'a' ! name EQUAL 'b') & area EQUAL 1)
            NOT name = 'a' AND NOT (area = 1)                     # (!name EQUAL 'a' & !area EQUAL 1)
            NOT NOT name = 'a'                                    # !!name EQUAL 'a'
            kind IN ('road','water')                              # kind['road', 'water']
            area NOT IN (1,2)                                     # !area[1, 2]
            area BETWEEN 1 AND 2 AND name = 'x'                   # (area 1..2 & name EQUAL 'x')
            name LIKE 'a%'                                        # name ~ 'a%'
            name NOT LIKE '_\\%'                                  # !name ~ '_\\%'
            parent IS NULL OR parent IS NOT NULL                  # (parent ? ! !parent ?)
            S_INTERSECTS(geometry, POLYGON((1 1,2 1,2 2,1 1)))    # INTERSECTS here Polygon
            s_within(geometry,POINT(1 -1)) AND name = 'a'         # (WITHIN here Point & name EQUAL 'a')
            S_DISJOINT(BBOX(170,-10,-170,10),geometry)            # DISJOINT MultiPolygon here
            S_TOUCHES(geometry,GEOMETRYCOLLECTION(POINT(1 1)))    # TOUCHES here GeometryCollection
            name = parent                                         # name EQUAL parent
            'a' < name                                            # 'a' LESS name
            CASEI(name) = casei('STRASSE')                        # CASE(name) EQUAL CASE('STRASSE')
            CASEI(name) LIKE CASEI(ACCENTI('a%'))                 # CASE(name) ~ CASE(ACCENTS('a%'))
            CASEI(name) IN (CASEI('A'), 'b')                      # CASE(name)[CASE('A'), 'b']
            area + 2 * area ^ 2 > -area - 1                       # [area ADDED [2 MULTIPLIED [area POWER 2]]] MORE [[0 SUBTRACTED area] SUBTRACTED 1]
            area-1 = 0                                            # [area SUBTRACTED 1] EQUAL 0
            (area + 1) * 2 DIV 3 % 4 <> area / 5                  # [[[[area ADDED 1] MULTIPLIED 2] WHOLE 3] REST 4] OTHER [area DIVIDED 5]
            area BETWEEN 1 - 1 AND (longitude)                    # area [1 SUBTRACTED 1]..longitude
            (area > 1) = TRUE                                     # area MORE 1 EQUAL true
            TRUE AND NOT FALSE                                    # (true & !false)
            (area > 1) IS NULL                                    # area MORE 1 ??
            geometry IS NULL                                      # false
            surveyed >= DATE('2026-01-31')                        # surveyed MORE_OR_EQUAL 2026-01-31
            surveyed < TIMESTAMP('2026-01-31T08:00:00Z')          # surveyed LESS 2026-01-31T08:00:00Z
            T_AFTER(surveyed, DATE('2026-01-31'))                 # AFTER surveyed 2026-01-31
            T_DURING(INTERVAL(surveyed,surveyed), INTERVAL('2026-01-01','..')) # DURING surveyed 2026-01-01..
            """)
    void aFilterIsRead(String line) {
        var parts = line.split("#");

        assertThat(read(parts[0].strip())).isEqualTo(parts[1].strip().replace(" ! ", " | "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"op":"=","args":[{"property":"name"},"a"]}                                        # name EQUAL 'a'
            {"op":"and","args":[true,{"op":"not","args":[{"op":"isNull","args":[{"property":"name"}]}]}]} # (true & !name ?)
            {"op":"or","args":[{"op":"<","args":[{"property":"area"},1.5]},false]}             # (area LESS 1.5 ! false)
            {"op":"like","args":[{"op":"casei","args":[{"property":"name"}]},"a%"]}            # CASE(name) ~ 'a%'
            {"op":"between","args":[{"property":"area"},1,2]}                                  # area 1..2
            {"op":"in","args":[{"property":"kind"},["road","water"]]}                          # kind['road', 'water']
            {"op":">","args":[{"op":"^","args":[{"property":"area"},2]},{"op":"div","args":[7,2]}]} # [area POWER 2] MORE [7 WHOLE 2]
            {"op":"s_crosses","args":[{"property":"geometry"},{"type":"LineString","coordinates":[[1,1],[2,2]]}]} # CROSSES here LineString
            {"op":"s_intersects","args":[{"bbox":[1,1,2,2]},{"property":"geometry"}]}          # INTERSECTS Polygon here
            {"op":"t_before","args":[{"property":"surveyed"},{"timestamp":"2026-01-31T08:00:00Z"}]} # BEFORE surveyed 2026-01-31T08:00:00Z
            {"op":"t_meets","args":[{"interval":["..","2026-01-01"]},{"interval":[{"property":"surveyed"},".."]}]} # MEETS ..2026-01-01 surveyed..
            {"op":"=","args":[{"property":"surveyed"},{"date":"2026-01-31"}]}                  # surveyed EQUAL 2026-01-31
            """)
    void aFilterIsReadAsJson(String line) {
        var parts = line.split("#");

        assertThat(read(FilterLanguage.JSON, parts[0].strip()))
                .isEqualTo(parts[1].strip().replace(" ! ", " | "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name                                          | ENDS 5
            name =                                        | ENDS 7
            name = 'a                                     | UNEXPECTED 8
            name = 'a' name = 'b'                         | UNEXPECTED 12
            name = b                                      | NO_ATTRIBUTE 8
            name == 'a'                                   | UNEXPECTED 7
            name = 'a'; DROP TABLE space.feature          | UNEXPECTED 11
            AND name = 'a'                                | UNEXPECTED 1
            (name = 'a'                                   | ENDS 12
            name = 'a')                                   | UNEXPECTED 11
            shoe = 'a'                                    | NO_ATTRIBUTE 1
            name = 1                                      | NOT_OF_KIND 8
            area = 'large'                                | NOT_OF_KIND 8
            area LIKE '1%'                                | NOT_OF_KIND 1
            name LIKE parent                              | NOT_OF_KIND 11
            name BETWEEN 1 AND 2                          | NOT_OF_KIND 1
            name IN ()                                    | UNEXPECTED 10
            name IN ('a', 1)                              | NOT_OF_KIND 15
            name LIKE 'a\\'                               | UNEXPECTED 11
            name LIKE 'a\\\\\\'                           | UNEXPECTED 11
            name + 1 = 2                                  | NOT_OF_KIND 1
            area = 1e31                                   | TOO_LARGE 8
            area = 1e-99                                  | TOO_LARGE 8
            CASEI(area) = 'a'                             | NOT_OF_KIND 7
            CASEI(name, name) = 'a'                       | UNEXPECTED 13
            buffer(geometry, 1) = 'a'                     | UNEXPECTED 1
            name = 'a' AND area                           | ENDS 20
            S_INTERSECTS(shape, POINT(1 1))               | NO_ATTRIBUTE 14
            S_INTERSECTS(geometry)                        | UNEXPECTED 14
            S_INTERSECTS(geometry, name)                  | NOT_OF_KIND 24
            S_INTERSECTS(geometry, POLYGON((1 1,2 2)))    | SHAPE 24
            S_INTERSECTS(geometry, here)                  | NO_ATTRIBUTE 24
            S_INTERSECTS(geometry, POINT(1 1)             | ENDS 34
            S_INTERSECTS(geometry, POINT(1 1              | SHAPE 24
            S_INTERSECTS(geometry, BBOX(1,2,3))           | SHAPE 24
            S_INTERSECTS(geometry, BBOX(1,2,3,NaN))       | SHAPE 24
            surveyed = '2026-01-31'                       | NOT_OF_KIND 12
            surveyed = DATE('2026-02-30')                 | TIME 12
            T_AFTER(surveyed, INTERVAL('2026-02-01','2026-01-01')) | TIME 19
            T_DURING(surveyed, INTERVAL('2026-02-01','..')) | NOT_OF_KIND 10
            T_AFTER(name, DATE('2026-02-01'))             | NOT_OF_KIND 9
            """)
    void whereItCannotBeReadIsSaid(String text, String refused) {
        assertThat(read(text)).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"op":"=","args":[{"property":"shoe"},"a"]}                          | NO_ATTRIBUTE /args/0/property
            {"op":"and","args":[true,{"op":"=","args":[{"property":"name"},1]}]} | NOT_OF_KIND /args/1/args/1
            {"op":"drop","args":[{"property":"name"},1]}                         | UNEXPECTED /op
            {"op":"not","args":[true,true]}                                      | UNEXPECTED /args
            {"op":"="}                                                           | UNEXPECTED /args
            {"op":"s_within","args":[{"property":"geometry"},{"type":"Shoe"}]}   | SHAPE /args/1
            {"op":"=","args":[{"property":"surveyed"},{"date":"soon"}]}          | TIME /args/1
            "a"                                                                  | NOT_OF_KIND /
            name = 'a'                                                           | UNEXPECTED 1
            {"op":"in","args":[{"property":"name"},[]]}                          | UNEXPECTED /args/1
            {"op":"and","args":[null,true]}                                      | UNEXPECTED /args/0
            """)
    void whereJsonCannotBeReadIsSaid(String text, String refused) {
        assertThat(read(FilterLanguage.JSON, text)).isEqualTo(refused);
    }

    private static String read(String text) {
        return read(FilterLanguage.TEXT, text);
    }

    private static String read(FilterLanguage language, String text) {
        return FilterReader.read(language, text, ATTRIBUTES)
                .map(FilterReaderTest::shown)
                .<String>fold(said -> said, why -> why.kind() + " " + why.at());
    }

    @Test
    void aFilterWithoutEndIsRefused() {
        assertThat(read("NOT ".repeat(100) + "name = 'a'")).startsWith("TOO_LARGE");
        assertThat(read("(".repeat(3_000) + "name = 'a'")).startsWith("TOO_LARGE");
        assertThat(read("area = 2" + "^2".repeat(300))).startsWith("TOO_LARGE");
        assertThat(read("name = '" + "''".repeat(9_000) + "'")).startsWith("name EQUAL");
        assertThat(read("CASEI(".repeat(60) + "name")).startsWith("TOO_LARGE");
        assertThat(read(FilterLanguage.JSON, "{\"op\":\"not\",\"args\":[".repeat(60) + "true" + "]}".repeat(60)))
                .startsWith("TOO_LARGE");
        assertThat(read(FilterLanguage.JSON, "[".repeat(9_000))).startsWith("UNEXPECTED");
    }
}
