package org.tongqu.platform.data.space.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.space.Shapes;
import org.tongqu.platform.data.space.Feature;
import org.tongqu.platform.data.space.Layer;
import org.tongqu.platform.data.space.Sight;

/** Finds what an address or a place may mean. */
@Repository
public class AddressStore {

    private static final String COLUMNS =
            "SELECT f.register, f.identifier, f.kind, f.label, f.likeness, f.division, f.shape FROM space.feature f ";
    private static final int MOST_HOUSES = 200;

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
                        WHERE f.kind IN ('division', 'cell') AND f.register = ANY (?)
                          AND f.bounds && ANY (CAST(? AS box[]))
                        ORDER BY f.register, f.identifier""")
                .params(registers(sees), "{" + String.join(";", boxes) + "}")
                .query((row, number) -> located(row))
                .list();
    }

    /** Divisions and roads whose names occur in the address. */
    public List<Located> named(Sight sees, String likeness) {
        return sql.sql(COLUMNS + """
                        WHERE f.kind IN ('division', 'road') AND f.register = ANY (?) AND f.likeness <> ''
                          AND strpos(?, f.likeness) > 0
                        ORDER BY f.register, f.identifier""")
                .params(registers(sees), likeness)
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

    /** Houses with this address, and those in the divisions whose address contains what is behind the names of them. */
    public List<Located> houses(Sight sees, String likeness, List<String> divisions) {
        var registers = book.registers().stream()
                .filter(register ->
                        register.findMapped().orElseThrow().address().isPresent())
                .map(Register::code)
                .filter(List.of(registers(sees))::contains)
                .toArray(String[]::new);
        return sql.sql("""
                        WITH named AS (SELECT likeness FROM space.feature
                                        WHERE kind = 'division' AND division = ANY (:divisions)),
                             rest AS (SELECT substr(:likeness, max(strpos(:likeness, likeness) + length(likeness))) AS text
                                        FROM named WHERE strpos(:likeness, likeness) > 0)
                        """ + COLUMNS + """
                        WHERE f.register = ANY (:registers)
                          AND (f.likeness = :likeness
                               OR f.division = ANY (:divisions) AND f.kind = ''
                                  AND (SELECT text FROM rest) <> ''
                                  AND strpos(f.likeness, (SELECT text FROM rest)) > 0)
                        ORDER BY f.likeness <> :likeness, f.identifier LIMIT :most""")
                .param("divisions", divisions.toArray(String[]::new))
                .param("likeness", likeness)
                .param("registers", registers)
                .param("most", MOST_HOUSES)
                .query((row, number) -> located(row))
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
                Map.of());
        return new Located(feature, row.getString("kind"), row.getString("likeness"), row.getString("division"));
    }
}
