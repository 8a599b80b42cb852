package org.tongqu.platform.data.comparison.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.engines.linkage.Level;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.comparison.Doubt;
import org.tongqu.platform.data.comparison.Doubt.Piece;
import org.tongqu.platform.data.comparison.Doubt.State;
import org.tongqu.platform.data.comparison.Finding.Said;
import org.tongqu.platform.data.comparison.internal.FindingStore.Finder;
import org.tongqu.platform.trust.seals.Seals;

/** Doubtful pairs; what they say is sealed, and they are known by a keyed hash of both identifiers. */
@Repository
public class PairStore {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    PairStore(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.cipher = seals.cipher("comparison.pair");
    }

    /** A pair to be looked at. */
    record Doubtful(Said said, List<Piece> pieces, double probability) {}

    UUID key(String job, List<String> key) {
        var bytes = ByteBuffer.wrap(cipher.index(job + "\n" + String.join("\n", key)));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** What people said, by pair. */
    Map<UUID, State> decisions(String job) {
        return jdbc
                .sql("SELECT key, state FROM comparison.pair WHERE job = ? AND state IN ('same', 'different')")
                .param(job)
                .query((row, number) ->
                        Map.entry(row.getObject(1, UUID.class), Coded.of(State.class, row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The same again is the same pair; one that was no question any more is one again. */
    void put(Finder finder, List<Doubtful> pairs) {
        jdbc.sql("""
                        INSERT INTO comparison.pair AS known (job, key, said, probability, state, run, found_at)
                        SELECT :job, key, decode(said, 'base64'), probability, 'waiting', :run, :at
                        FROM unnest(CAST(:keys AS uuid[]), CAST(:said AS text[]), CAST(:probabilities AS real[]))
                             AS found (key, said, probability)
                        ON CONFLICT (job, key) DO UPDATE SET said = excluded.said, run = excluded.run,
                            probability = excluded.probability,
                            state = CASE known.state WHEN 'gone' THEN 'waiting' ELSE known.state END""")
                .param("job", finder.job())
                .param("run", finder.run())
                .param("at", time(finder.at()))
                .param(
                        "keys",
                        pairs.stream()
                                .map(pair ->
                                        key(finder.job(), pair.said().key()).toString())
                                .toArray(String[]::new))
                .param(
                        "said",
                        pairs.stream()
                                .map(pair -> Base64.getEncoder().encodeToString(cipher.seal(text(pair))))
                                .toArray(String[]::new))
                .param(
                        "probabilities",
                        pairs.stream().map(pair -> (float) pair.probability()).toArray(Float[]::new))
                .update();
    }

    /** What waits and was not found by this run is no question any more. */
    void retire(Finder finder) {
        jdbc.sql("UPDATE comparison.pair SET state = 'gone' WHERE job = ? AND state = 'waiting' AND run < ?")
                .params(finder.job(), finder.run())
                .update();
    }

    /** How many wait. */
    public long waiting(String job) {
        return jdbc.sql("SELECT count(*) FROM comparison.pair WHERE state = 'waiting' AND job = ?")
                .param(job)
                .query(Long.class)
                .single();
    }

    /** The one to look at next: those nobody put off first, the most probable of them first. */
    public Optional<Doubt> next(String job) {
        return jdbc.sql("""
                        SELECT * FROM comparison.pair WHERE job = ? AND state = 'waiting'
                        ORDER BY postponed, probability DESC, id LIMIT 1""").param(job).query((row, number) -> doubt(row)).optional();
    }

    /** What was decided last, the newest first. */
    public List<Doubt> decided(String job, int limit) {
        return jdbc.sql("""
                        SELECT * FROM comparison.pair WHERE job = ? AND state IN ('same', 'different')
                        ORDER BY decided_at DESC, id DESC LIMIT ?""")
                .params(job, limit)
                .query((row, number) -> doubt(row))
                .list();
    }

    public Optional<Doubt> find(String job, long id) {
        return jdbc.sql("SELECT * FROM comparison.pair WHERE job = ? AND id = ?")
                .params(job, id)
                .query((row, number) -> doubt(row))
                .optional();
    }

    /** Held until the transaction ends. */
    public Optional<Doubt> lock(String job, long id) {
        return jdbc.sql("SELECT * FROM comparison.pair WHERE job = ? AND id = ? FOR UPDATE")
                .params(job, id)
                .query((row, number) -> doubt(row))
                .optional();
    }

    public void decide(long id, State state, String by, Instant at) {
        jdbc.sql("UPDATE comparison.pair SET state = ?, decided_by = ?, decided_at = ? WHERE id = ?")
                .params(state.code(), by, time(at), id)
                .update();
    }

    /** It waits again, as if nobody had said anything. */
    public void undecide(long id) {
        jdbc.sql("""
                        UPDATE comparison.pair SET state = 'waiting', postponed = 0, decided_by = NULL, decided_at = NULL
                        WHERE id = ?""").param(id).update();
    }

    /** Behind all others. */
    public void postpone(long id) {
        jdbc.sql("UPDATE comparison.pair SET postponed = postponed + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    /** Writes down who looks at the pairs of a job, and what for. */
    public void open(String job, String officer, String purpose, String why, Instant at) {
        jdbc.sql("INSERT INTO comparison.review (job, officer, purpose, why, at) VALUES (?, ?, ?, ?, ?)")
                .params(job, officer, purpose, why, time(at))
                .update();
    }

    /** Whether the officer said what for since then. */
    public boolean isOpen(String job, String officer, Instant since) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM comparison.review WHERE job = ? AND officer = ? AND at > ?)")
                .params(job, officer, time(since))
                .query(Boolean.class)
                .single();
    }

    private static String text(Doubtful pair) {
        return Datum.empty()
                .with("said", SaidText.datum(pair.said()))
                .with(
                        "pieces",
                        Datum.of(pair.pieces().stream()
                                .map(piece -> Datum.empty()
                                        .with("about", Datum.of(piece.about()))
                                        .with("against", Datum.of(piece.against()))
                                        .with(
                                                "level",
                                                Datum.of(piece.level().name().toLowerCase(Locale.ROOT)))
                                        .with("weight", Datum.of(Double.toString(piece.weight()))))
                                .toList()))
                .canonical();
    }

    private Doubt doubt(ResultSet row) throws SQLException {
        var text = DatumJson.read(cipher.openText(row.getBytes("said")));
        var pieces = text.items("pieces").stream().map(PairStore::piece).toList();
        var by = Optional.ofNullable(row.getString("decided_by"));
        var at = Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class));
        return new Doubt(
                row.getLong("id"),
                SaidText.said(text.at("said")),
                pieces,
                row.getDouble("probability"),
                Coded.of(State.class, row.getString("state")),
                by.flatMap(who -> at.map(moment -> new Doubt.Decision(who, moment.toInstant()))));
    }

    private static Piece piece(Datum said) {
        return new Piece(
                said.text("about").orElse(""),
                said.text("against").orElse(""),
                Level.valueOf(said.text("level").orElse("missing").toUpperCase(Locale.ROOT)),
                new BigDecimal(said.text("weight").orElse("0")).doubleValue());
    }
}
