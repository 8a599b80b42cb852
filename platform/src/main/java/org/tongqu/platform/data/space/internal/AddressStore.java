package org.tongqu.platform.data.space.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.space.Shapes;
import org.tongqu.engines.space.address.AddressReader;
import org.tongqu.platform.data.space.Feature;
import org.tongqu.platform.data.space.Layer;
import org.tongqu.platform.data.space.Sight;

/** Finds what an address or a place may mean. */
@Repository
public class AddressStore {

    private static final String COLUMNS =
            "SELECT f.register, f.identifier, f.kind, f.label, f.likeness, f.division, f.shape FROM space.feature f ";
    /** What is told of each thing that is found: the division in which it lies, or which it is. */
    public static final String DIVISION = "division";

    private static final int MOST_HOUSES = 200;
    private static final int FARTHEST = 400;

    private final JdbcClient sql;
    private final LayerBook book;

    AddressStore(JdbcClient sql, LayerBook book) {
        this.sql = sql;
        this.book = book;
    }

    /** @param division in which it lies, or which it is */
    public record Located(Feature feature, String kind, String likeness, String division) {

        public boolean isCell() {
            return kind.equals("cell");
        }

        public boolean isDivision() {
            return kind.equals("division");
        }

        public boolean isRoad() {
            return kind.equals("road");
        }
    }

    /** Divisions and cells whose boxes touch one of the shapes. */
    public List<Located> around(Sight sees, List<Geometry> shapes) {
        var boxes = shapes.stream()
                .map(shape -> FeatureStore.box(shape.getEnvelopeInternal()))
                .distinct()
                .toList();
        return sql.sql(COLUMNS + """
                        WHERE (f.register, f.identifier) IN (
                              SELECT t.register, t.identifier FROM unnest(CAST(? AS box[])) AS b(near)
                                JOIN space.feature t ON t.bounds && b.near
                               WHERE t.kind IN ('division', 'cell') AND t.register = ANY (?))
                        ORDER BY f.register, f.identifier""")
                .params("{" + String.join(";", boxes) + "}", registers(sees))
                .query((row, number) -> located(row))
                .list();
    }

    /** Divisions and roads whose names occur in one of the addresses. */
    public List<Located> named(Sight sees, List<String> likenesses) {
        return sql.sql(COLUMNS + """
                        WHERE f.kind IN ('division', 'road') AND f.register = ANY (?) AND f.likeness <> ''
                          AND EXISTS (SELECT 1 FROM unnest(?) AS a(likeness) WHERE strpos(a.likeness, f.likeness) > 0)
                        ORDER BY f.register, f.identifier""")
                .params(registers(sees), likenesses.toArray(String[]::new))
                .query((row, number) -> located(row))
                .list();
    }

    /** The divisions and those in which they lie. */
    public List<Located> above(Sight sees, List<String> divisions) {
        var codes = divisions.stream()
                .flatMap(code -> Stream.of(
                        code,
                        code.substring(0, 2) + "0000",
                        code.substring(0, 4) + "00",
                        code.substring(0, 6),
                        code.length() > 9 ? code.substring(0, 9) : code))
                .distinct()
                .toArray(String[]::new);
        return sql.sql(COLUMNS + """
                        WHERE f.kind = 'division' AND f.register = ANY (?) AND f.division = ANY (?)
                        ORDER BY f.register, f.identifier""")
                .params(registers(sees), codes)
                .query((row, number) -> located(row))
                .list();
    }

    /**
     * Which houses may be meant by an address.
     *
     * @param rest what is behind the names of its divisions
     */
    public record House(int asked, String likeness, String rest, List<String> divisions) {}

    /** What was found for one of several addresses. */
    public record Found(int asked, Located located) {}

    /** Houses with these addresses, and those in the divisions whose address contains what is behind the names of them. */
    public List<Found> houses(Sight sees, List<House> asked) {
        var registers = book.registers().stream()
                .filter(register ->
                        register.findMapped().orElseThrow().address().isPresent())
                .map(Register::code)
                .filter(List.of(registers(sees))::contains)
                .toArray(String[]::new);
        var within = asked.stream()
                .flatMap(house -> house.divisions().stream().map(one -> new Within(house.asked(), one)))
                .toList();
        return registers.length == 0
                ? List.of()
                : sql.sql("""
                        WITH asked AS (SELECT * FROM unnest(CAST(? AS int[]), ?, ?) AS a(asked, address, rest)),
                             inside AS (SELECT * FROM unnest(CAST(? AS int[]), ?) AS w(asked, division))
                        SELECT a.asked, f.* FROM asked a CROSS JOIN LATERAL (
                            (%1$s WHERE f.likeness = a.address AND f.register = ANY (?) ORDER BY f.identifier LIMIT %2$d)
                            UNION ALL
                            (%1$s JOIN inside i ON i.division = f.division
                              WHERE i.asked = a.asked AND f.register = ANY (?) AND f.kind = '' AND a.rest <> ''
                                AND strpos(f.likeness, a.rest) > 0
                              ORDER BY f.identifier LIMIT %2$d)) f""".formatted(COLUMNS, MOST_HOUSES))
                        .params(
                                asked.stream().map(House::asked).toArray(Integer[]::new),
                                asked.stream().map(House::likeness).toArray(String[]::new),
                                asked.stream().map(House::rest).toArray(String[]::new),
                                within.stream().map(Within::asked).toArray(Integer[]::new),
                                within.stream().map(Within::division).toArray(String[]::new),
                                registers,
                                registers)
                        .query((row, number) -> new Found(row.getInt("asked"), located(row)))
                        .list();
    }

    private record Within(int asked, String division) {}

    /**
     * A number along a road.
     *
     * @param near the box around the road; the number is nowhere else
     */
    public record Door(int asked, String road, int number, Envelope near) {}

    /** The number itself or one next to it. */
    public record Known(int asked, int number, String part, Feature feature) {}

    /** Of each number along a road it and those next to it, odd and even; rooms of one number are one. */
    public List<Known> doors(Sight sees, List<Door> asked) {
        return sql.sql("""
                        SELECT a.asked, d.* FROM unnest(CAST(? AS int[]), ?, CAST(? AS int[]), CAST(? AS box[]))
                                 AS a(asked, way, number, near)
                         CROSS JOIN LATERAL (
                            SELECT DISTINCT ON (g.door % 2, sign(g.door - a.number), g.same) g.* FROM (
                                SELECT f.door, f.part, CASE WHEN f.door = a.number THEN f.part ELSE '' END AS same,
                                       avg((center(f.bounds))[0]) AS x, avg((center(f.bounds))[1]) AS y,
                                       min(f.register) AS register, min(f.identifier) AS identifier,
                                       (array_agg(f.label ORDER BY f.register, f.identifier))[1] AS label
                                  FROM space.feature f
                                 WHERE f.way >= a.way AND f.way < a.way || chr(1114111)
                                   AND f.door BETWEEN a.number - ? AND a.number + ?
                                   AND f.register = ANY (?) AND f.bounds && a.near
                                   AND (f.way = a.way OR substr(f.way, length(a.way) + 1) ~ ?)
                                 GROUP BY f.door, f.part) g
                             ORDER BY g.door % 2, sign(g.door - a.number), g.same, abs(g.door - a.number), g.part) d
                         ORDER BY a.asked, d.door, d.part""")
                .params(
                        asked.stream().map(Door::asked).toArray(Integer[]::new),
                        asked.stream().map(one -> FeatureRow.turned(one.road())).toArray(String[]::new),
                        asked.stream().map(Door::number).toArray(Integer[]::new),
                        asked.stream()
                                .map(one -> FeatureStore.box(one.near()))
                                .collect(Collectors.joining(";", "{", "}")),
                        FARTHEST,
                        FARTHEST,
                        registers(sees),
                        AddressReader.areaTurned())
                .query((row, number) -> new Known(
                        row.getInt("asked"),
                        row.getInt("door"),
                        row.getString("part"),
                        new Feature(
                                row.getString("register"),
                                row.getString("identifier"),
                                row.getString("label"),
                                Shapes.point(row.getDouble("x"), row.getDouble("y")),
                                Map.of())))
                .list();
    }

    private String[] registers(Sight sees) {
        return book.layers(sees).stream()
                .map(Layer::register)
                .map(Register::code)
                .distinct()
                .toArray(String[]::new);
    }

    private static Located located(ResultSet row) throws SQLException {
        var feature = new Feature(
                row.getString("register"),
                row.getString("identifier"),
                row.getString("label"),
                Shapes.ofBytes(row.getBytes("shape")),
                Map.of(DIVISION, row.getString("division")));
        return new Located(feature, row.getString("kind"), row.getString("likeness"), row.getString("division"));
    }
}
