package org.tongqu.platform.data.corrections.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.CorrectionDeed;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.operate.store.YearNumbers;
import org.tongqu.platform.trust.access.Scope;
import org.tongqu.platform.trust.seals.Seals;

/** Corrections and their stories; values and keys are sealed. */
@Repository
public class CorrectionStore {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    CorrectionStore(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.cipher = seals.cipher("corrections.value");
    }

    /** The next id of the year, held until the transaction ends. */
    public String nextId(Instant now) {
        return "JC-" + new YearNumbers(jdbc, "corrections.counter").next(now);
    }

    public void insert(Correction correction) {
        var origin = correction.origin();
        var told = correction.told();
        jdbc.sql("""
                        INSERT INTO corrections.correction (id, agreement, flow, resource, consumer, provider, item, row_key,
                            delivered, expected, why, reported_at, state, due_on, due_at, version)
                        VALUES (:id, :agreement, :flow, :resource, :consumer, :provider, :item, :key, :delivered, :expected,
                            :why, :at, :state, :dueOn, :dueAt, :version)""")
                .param("id", correction.id())
                .param("agreement", origin.agreement())
                .param("flow", origin.flow())
                .param("resource", origin.resource())
                .param("consumer", origin.consumer())
                .param("provider", origin.provider())
                .param("item", told.item())
                .param("key", cipher.seal(told.key()))
                .param("delivered", cipher.seal(told.delivered()))
                .param("expected", cipher.seal(told.expected()))
                .param("why", told.why())
                .param("at", time(correction.reportedAt()))
                .param("state", correction.state().code())
                .param("dueOn", correction.due().map(Correction.Due::day).orElse(null))
                .param(
                        "dueAt",
                        correction
                                .due()
                                .map(Correction.Due::at)
                                .map(Columns::time)
                                .orElse(null))
                .param("version", correction.version())
                .update();
    }

    /** As many ids of the year, held until the transaction ends. */
    public List<String> nextIds(Instant now, int count) {
        var first = new YearNumbers(jdbc, "corrections.counter").next(now, count);
        return IntStream.range(0, count)
                .mapToObj(i -> "JC-" + YearNumbers.Taken.written(first.year(), first.number() + i))
                .toList();
    }

    /** Corrections of one flow that begin alike, in one statement. */
    public void insertAll(List<Correction> many) {
        var first = many.getFirst();
        var origin = first.origin();
        jdbc.sql("""
                        INSERT INTO corrections.correction (id, agreement, flow, resource, consumer, provider, item, row_key,
                            delivered, expected, why, reported_at, state, due_on, due_at, version)
                        SELECT id, :agreement, :flow, :resource, :consumer, :provider, item, decode(key, 'base64'),
                            decode(delivered, 'base64'), decode(expected, 'base64'), why, :at, :state, :dueOn, :dueAt, 1
                        FROM unnest(CAST(:ids AS text[]), CAST(:items AS text[]), CAST(:keys AS text[]),
                            CAST(:delivered AS text[]), CAST(:expected AS text[]), CAST(:whys AS text[]))
                            AS told (id, item, key, delivered, expected, why)""")
                .param("agreement", origin.agreement())
                .param("flow", origin.flow())
                .param("resource", origin.resource())
                .param("consumer", origin.consumer())
                .param("provider", origin.provider())
                .param("at", time(first.reportedAt()))
                .param("state", first.state().code())
                .param("dueOn", first.due().map(Correction.Due::day).orElse(null), Types.DATE)
                .param(
                        "dueAt",
                        first.due().map(Correction.Due::at).map(Columns::time).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ids", column(many, Correction::id))
                .param("items", column(many, one -> one.told().item()))
                .param("keys", column(many, one -> sealed(one.told().key())))
                .param("delivered", column(many, one -> sealed(one.told().delivered())))
                .param("expected", column(many, one -> sealed(one.told().expected())))
                .param("whys", column(many, one -> one.told().why()))
                .update();
    }

    private static String[] column(List<Correction> many, Function<Correction, String> part) {
        return many.stream().map(part).toArray(String[]::new);
    }

    private String sealed(String value) {
        return Base64.getEncoder().encodeToString(cipher.seal(value));
    }

    /** The first line of the stories of many, each with its own reason. */
    public void tellAll(List<Correction> many, CorrectionDeed deed) {
        jdbc.sql("""
                        INSERT INTO corrections.deed (correction, number, deed, at, who, who_name, why)
                        SELECT id, 1, :deed, :at, :who, :name, why
                        FROM unnest(CAST(:ids AS text[]), CAST(:whys AS text[])) AS told (id, why)""")
                .param("deed", deed.deed())
                .param("at", time(deed.at()))
                .param("who", deed.who())
                .param("name", deed.name())
                .param("ids", column(many, Correction::id))
                .param("whys", column(many, one -> one.told().why()))
                .update();
    }

    /** Writes what a deed changed. */
    public void update(Correction after) {
        jdbc.sql("""
                        UPDATE corrections.correction SET state = :state, due_on = NULL, due_at = NULL, version = :version
                        WHERE id = :id""")
                .param("state", after.state().code())
                .param("version", after.version())
                .param("id", after.id())
                .update();
    }

    public void tell(String id, CorrectionDeed deed) {
        jdbc.sql("""
                        INSERT INTO corrections.deed (correction, number, deed, at, who, who_name, why)
                        SELECT :id, count(*) + 1, :deed, :at, :who, :name, :why FROM corrections.deed
                        WHERE correction = :id""")
                .param("id", id)
                .param("deed", deed.deed())
                .param("at", time(deed.at()))
                .param("who", deed.who())
                .param("name", deed.name())
                .param("why", deed.why())
                .update();
    }

    public List<CorrectionDeed> deeds(String id) {
        return jdbc.sql("SELECT * FROM corrections.deed WHERE correction = ? ORDER BY number")
                .param(id)
                .query((row, number) -> new CorrectionDeed(
                        row.getString("deed"),
                        instant(row, "at"),
                        row.getString("who"),
                        row.getString("who_name"),
                        row.getString("why")))
                .list();
    }

    /** Those of which the scope has one side, the newest first. @param after the id behind which they begin; empty for the first */
    public List<Correction> list(Scope scope, String after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM corrections.correction
                        WHERE (consumer = ANY (:seen) OR provider = ANY (:seen)) AND (:after = '' OR id < :after)
                        ORDER BY id DESC LIMIT :limit""")
                .param("seen", scope.organisations())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> correction(row))
                .list();
    }

    public Optional<Correction> find(String id) {
        return jdbc.sql("SELECT * FROM corrections.correction WHERE id = ?")
                .param(id)
                .query((row, number) -> correction(row))
                .optional();
    }

    /** The correction, held until the transaction ends. */
    public Optional<Correction> lock(String id) {
        return jdbc.sql("SELECT * FROM corrections.correction WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, number) -> correction(row))
                .optional();
    }

    /** Those of them that are open, held until the transaction ends. */
    public List<Correction> lockOpen(Collection<String> ids) {
        return jdbc.sql("""
                        SELECT * FROM corrections.correction WHERE id = ANY (?) AND state IN ('reported', 'corrected')
                        ORDER BY id FOR UPDATE""")
                .param(ids.toArray(String[]::new))
                .query((row, number) -> correction(row))
                .list();
    }

    /** Those of a flow that wait for another value. @param after the id behind which they begin; empty for the first */
    public List<Correction> open(String flow, String after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM corrections.correction WHERE flow = ? AND state IN ('reported', 'corrected') AND id > ?
                        ORDER BY id LIMIT ?""")
                .params(flow, after, limit)
                .query((row, number) -> correction(row))
                .list();
    }

    private Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getString("id"),
                new Correction.Origin(
                        row.getString("agreement"),
                        row.getString("flow"),
                        row.getString("resource"),
                        row.getString("consumer"),
                        row.getString("provider")),
                new Correction.Told(
                        cipher.openText(row.getBytes("row_key")),
                        row.getString("item"),
                        cipher.openText(row.getBytes("delivered")),
                        cipher.openText(row.getBytes("expected")),
                        row.getString("why")),
                instant(row, "reported_at"),
                Coded.of(Correction.State.class, row.getString("state")),
                due(row),
                row.getInt("version"));
    }

    private static Optional<Correction.Due> due(ResultSet row) throws SQLException {
        var day = row.getObject("due_on", LocalDate.class);
        return day == null ? Optional.empty() : Optional.of(new Correction.Due(day, instant(row, "due_at")));
    }
}
