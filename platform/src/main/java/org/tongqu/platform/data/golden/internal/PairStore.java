package org.tongqu.platform.data.golden.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.linkage.Level;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.Pair;
import org.tongqu.platform.data.golden.Pair.Piece;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.trust.journal.Entry;

/** Pairs of records that may be of one thing, and what was said about them. */
@Repository("goldenPairStore")
public class PairStore {

    /** Pairs that wait, of which neither was merged meanwhile. */
    private static final String WAITING = """
            SELECT p.* FROM golden.pair p
              JOIN golden.entity l ON l.entity = p.entity AND l.root IS NULL
              JOIN golden.entity r ON r.entity = p.into_entity AND r.root IS NULL
             WHERE p.state = 'waiting'""";

    private final JdbcClient sql;

    PairStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A pair as it was found. @param state {@code sure} or {@code waiting} */
    record Found(UUID entity, UUID into, double probability, List<Piece> pieces, String state) {

        private String words() {
            return pieces.stream()
                    .map(piece -> piece.attribute() + " " + piece.level().name().toLowerCase(Locale.ROOT) + " "
                            + String.format(Locale.ROOT, "%.2f", piece.weight()))
                    .collect(Collectors.joining(";"));
        }
    }

    /** What somebody said of pairs of the register, or took apart. */
    List<Two> decided(Register register) {
        return sql.sql(
                        "SELECT entity, into_entity FROM golden.pair WHERE register = ? AND state NOT IN ('waiting', 'gone')")
                .param(register.code())
                .query((row, number) ->
                        new Two(row.getObject("entity", UUID.class), row.getObject("into_entity", UUID.class)))
                .list();
    }

    /** Which two. */
    record Two(UUID entity, UUID into) {}

    /** The same again is the same pair; those that wait and are not found again are no question any more. */
    void put(Register register, List<Found> found, Instant at) {
        sql.sql("""
                        WITH found AS (
                            SELECT * FROM unnest(CAST(:entities AS uuid[]), CAST(:intos AS uuid[]),
                                CAST(:probabilities AS float8[]), CAST(:pieces AS text[]), CAST(:states AS text[]))
                                AS f (entity, into_entity, probability, pieces, state)),
                        gone AS (
                            UPDATE golden.pair p SET state = 'gone'
                             WHERE p.register = :register AND p.state = 'waiting'
                               AND NOT EXISTS (SELECT FROM found f
                                                WHERE f.entity = p.entity AND f.into_entity = p.into_entity))
                        INSERT INTO golden.pair AS p (register, entity, into_entity, probability, pieces, state, found_at)
                        SELECT :register, entity, into_entity, probability, string_to_array(pieces, ';'), state, :at
                          FROM found
                        ON CONFLICT (entity, into_entity) DO UPDATE
                           SET probability = excluded.probability, pieces = excluded.pieces, state = excluded.state
                         WHERE p.state IN ('waiting', 'gone')""")
                .param("entities", found.stream().map(Found::entity).toArray(UUID[]::new))
                .param("intos", found.stream().map(Found::into).toArray(UUID[]::new))
                .param("probabilities", found.stream().map(Found::probability).toArray(Double[]::new))
                .param("pieces", Columns.column(found, Found::words))
                .param("states", Columns.column(found, Found::state))
                .param("register", register.code())
                .param("at", Columns.time(at))
                .update();
    }

    /** Those that wait, the likeliest first. */
    public List<Pair> waiting(Register register, int limit) {
        return sql.sql(WAITING + " AND p.register = ? ORDER BY p.probability DESC, p.id LIMIT ?")
                .params(register.code(), limit)
                .query((row, number) -> pair(row))
                .list();
    }

    /** Those that wait and of which this is one of the two. */
    public List<Pair> waiting(UUID entity) {
        return sql.sql(WAITING + " AND (p.entity = :entity OR p.into_entity = :entity)"
                        + " ORDER BY p.probability DESC, p.id LIMIT 20")
                .param("entity", entity)
                .query((row, number) -> pair(row))
                .list();
    }

    public Optional<Pair> find(Register register, long id) {
        return sql.sql(WAITING + " AND p.register = ? AND p.id = ?")
                .params(register.code(), id)
                .query((row, number) -> pair(row))
                .optional();
    }

    /** Says what somebody found; false when somebody else was quicker. */
    public boolean decide(long id, String state, Entry entry) {
        return sql.sql("""
                        UPDATE golden.pair SET state = ?, decided_at = ?, decided_by = ?, decided_name = ?, why = ?
                         WHERE id = ? AND state = 'waiting'""")
                        .params(
                                state,
                                Columns.time(entry.at()),
                                entry.who().id(),
                                entry.who().name(),
                                entry.why().orElse(""),
                                id)
                        .update()
                == 1;
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                row.getLong("id"),
                row.getObject("entity", UUID.class),
                row.getObject("into_entity", UUID.class),
                row.getDouble("probability"),
                pieces(row.getArray("pieces")),
                Columns.instant(row, "found_at"));
    }

    static List<Piece> pieces(Array kept) throws SQLException {
        return Arrays.stream((String[]) kept.getArray())
                .map(text -> text.split(" "))
                .map(parts -> new Piece(
                        parts[0], Level.valueOf(parts[1].toUpperCase(Locale.ROOT)), Double.parseDouble(parts[2])))
                .toList();
    }
}
