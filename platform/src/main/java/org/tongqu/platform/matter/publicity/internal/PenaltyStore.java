package org.tongqu.platform.matter.publicity.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.publicity.Penalty;
import org.tongqu.platform.operate.store.LikePattern;
import org.tongqu.platform.operate.store.NewestFirst;
import org.tongqu.platform.trust.access.Scope;

/** Penalty decisions as they are shown. */
@Repository
public class PenaltyStore {

    private static final int PAGE = 20;

    private final JdbcClient jdbc;

    PenaltyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it, unless the organisation has another one of this number. @return whether it is kept */
    public boolean add(Penalty penalty) {
        return add(List.of(penalty)) == 1;
    }

    /** Keeps those whose number the organisation has not. @return how many are kept */
    public int add(List<Penalty> penalties) {
        List<Datum> rows = penalties.stream().map(PenaltyStore::row).toList();
        return jdbc.sql("""
                        INSERT INTO publicity.penalty (id, number, decided_on, subject_kind, subject_name, subject_code,
                            representative, violation, facts, basis, sorts, content, fine, confiscated, severity,
                            organisation, division, registered_at, due_at, shown_until, published_at, withdrawn_at,
                            withdrawn_why, withdrawn_how, also)
                        SELECT * FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (id uuid, number text, decided_on date,
                            subject_kind text, subject_name text, subject_code text, representative text, violation text,
                            facts text, basis text, sorts text[], content text, fine numeric, confiscated numeric,
                            severity text, organisation text, division text, registered_at timestamptz,
                            due_at timestamptz, shown_until date, published_at timestamptz, withdrawn_at timestamptz,
                            withdrawn_why text, withdrawn_how text, also jsonb)
                        ON CONFLICT DO NOTHING""").param("rows", Datum.of(rows).canonical()).update();
    }

    private static Datum row(Penalty penalty) {
        var fields = new LinkedHashMap<>(decided(penalty.decided()));
        var term = penalty.term();
        fields.put("id", Datum.of(penalty.id()));
        fields.put("organisation", Datum.of(penalty.organisation()));
        fields.put("division", Datum.of(penalty.division()));
        fields.put("registered_at", Datum.of(term.registeredAt().toString()));
        fields.put("shown_until", Datum.of(term.until().toString()));
        put(fields, "due_at", term.dueAt());
        put(fields, "published_at", penalty.standing().publishedAt());
        put(fields, "withdrawn_at", penalty.standing().withdrawn().map(Penalty.Withdrawn::at));
        put(fields, "withdrawn_why", penalty.standing().withdrawn().map(Penalty.Withdrawn::why));
        put(fields, "withdrawn_how", penalty.standing().withdrawn().map(Penalty.Withdrawn::how));
        var also = new LinkedHashMap<String, Datum>();
        penalty.decided().also().forEach((code, said) -> also.put(code, Datum.of(said)));
        fields.put("also", new Datum.Fields(also));
        return new Datum.Fields(fields);
    }

    private static Map<String, Datum> decided(Penalty.Decided decided) {
        var subject = decided.subject();
        var deed = decided.deed();
        var ruling = decided.ruling();
        var fields = new LinkedHashMap<String, Datum>();
        fields.put("number", Datum.of(decided.number().strip()));
        fields.put("decided_on", Datum.of(decided.on().toString()));
        fields.put("subject_kind", Datum.of(subject.kind().name()));
        fields.put("subject_name", Datum.of(subject.name()));
        fields.put("subject_code", Datum.of(subject.code()));
        fields.put("representative", Datum.of(subject.representative()));
        fields.put("violation", Datum.of(deed.violation()));
        fields.put("facts", Datum.of(deed.facts()));
        fields.put("basis", Datum.of(deed.basis()));
        List<Datum> sorts = new ArrayList<>();
        ruling.sorts().stream().sorted().forEach(sort -> sorts.add(Datum.of(sort.name())));
        fields.put("sorts", Datum.of(sorts));
        fields.put("content", Datum.of(ruling.content()));
        fields.put("severity", Datum.of(ruling.severity().name()));
        put(fields, "fine", ruling.fine().map(BigDecimal::toPlainString));
        put(fields, "confiscated", ruling.confiscated().map(BigDecimal::toPlainString));
        return fields;
    }

    private static void put(Map<String, Datum> fields, String name, Optional<?> value) {
        value.ifPresent(known -> fields.put(name, Datum.of(known.toString())));
    }

    public void publish(String id, Instant now) {
        jdbc.sql("UPDATE publicity.penalty SET published_at = ? WHERE id = ?")
                .params(time(now), UUID.fromString(id))
                .update();
    }

    public void withdraw(String id, Penalty.Withdrawn withdrawn) {
        jdbc.sql("UPDATE publicity.penalty SET withdrawn_at = ?, withdrawn_why = ?, withdrawn_how = ? WHERE id = ?")
                .params(time(withdrawn.at()), withdrawn.why(), withdrawn.how().name(), UUID.fromString(id))
                .update();
    }

    /** Until the end of the transaction nobody else registers decisions of the organisation. */
    public void hold(String organisation) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('publicity ' || ?, 0)) IS NULL")
                .param(organisation)
                .query(Boolean.class)
                .single();
    }

    /** Decisions of these numbers that the organisation has, withdrawn ones only where credit was repaired. */
    public List<Penalty> known(String organisation, List<String> numbers) {
        return jdbc.sql("""
                        SELECT * FROM publicity.penalty WHERE organisation = ? AND number = ANY (?)
                          AND (withdrawn_at IS NULL OR withdrawn_how = 'REPAIRED')""")
                .params(organisation, numbers.toArray(String[]::new))
                .query((row, number) -> penalty(row))
                .list();
    }

    public void note(String id, Penalty.Correction correction) {
        jdbc.sql("INSERT INTO publicity.correction (penalty, at, why) VALUES (?, ?, ?)")
                .params(UUID.fromString(id), time(correction.at()), correction.why())
                .update();
    }

    /** What was put right, the latest first. */
    public List<Penalty.Correction> corrections(String id) {
        return jdbc.sql("SELECT at, why FROM publicity.correction WHERE penalty = ? ORDER BY at DESC, number DESC")
                .param(UUID.fromString(id))
                .query((row, number) -> new Penalty.Correction(instant(row, "at"), row.getString("why")))
                .list();
    }

    /** @return whether no other decision of the organisation bears the number */
    public boolean correct(String id, Penalty.Decided decided, LocalDate until) {
        try {
            jdbc.sql("""
                            UPDATE publicity.penalty p SET number = r.number, subject_kind = r.subject_kind,
                                subject_name = r.subject_name, subject_code = r.subject_code,
                                representative = r.representative, violation = r.violation, facts = r.facts,
                                basis = r.basis, sorts = r.sorts, content = r.content, fine = r.fine,
                                confiscated = r.confiscated, severity = r.severity, shown_until = :until
                            FROM jsonb_to_record(CAST(:row AS jsonb)) AS r (number text, subject_kind text,
                                subject_name text, subject_code text, representative text, violation text, facts text,
                                basis text, sorts text[], content text, fine numeric, confiscated numeric, severity text)
                            WHERE p.id = :id""")
                    .param("row", new Datum.Fields(decided(decided)).canonical())
                    .param("until", until)
                    .param("id", UUID.fromString(id))
                    .update();
            return true;
        } catch (DuplicateKeyException numberTaken) {
            return false;
        }
    }

    public Optional<Penalty> find(String id) {
        return find(id, "");
    }

    public Optional<Penalty> findForUpdate(String id) {
        return find(id, " FOR UPDATE");
    }

    private Optional<Penalty> find(String id, String lock) {
        try {
            return jdbc.sql("SELECT * FROM publicity.penalty WHERE id = ?" + lock)
                    .param(UUID.fromString(id))
                    .query((row, number) -> penalty(row))
                    .optional();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    public Penalty.Listed page(Scope scope, Optional<String> after) {
        var from = after.flatMap(NewestFirst::parse);
        var found = jdbc.sql("SELECT * FROM publicity.penalty WHERE organisation = ANY (:organisations)"
                        + (from.isPresent() ? " AND (registered_at, id) < (:at, :id)" : "")
                        + " ORDER BY registered_at DESC, id DESC LIMIT " + (PAGE + 1))
                .param("organisations", scope.organisations())
                .param("at", from.map(cursor -> time(cursor.at())).orElse(null))
                .param("id", from.map(NewestFirst::id).orElse(null))
                .query((row, number) -> penalty(row))
                .list();
        return listed(found, PAGE, penalty -> Optional.of(penalty.term().registeredAt()));
    }

    /** What is shown on a day. @param words in lower case or not; empty for all */
    public record Shown(String words, LocalDate on) {}

    private static final String SHOWN = """
            FROM publicity.penalty
            WHERE published_at IS NOT NULL AND withdrawn_at IS NULL AND shown_until > ?""";

    /** How many are published on the day. */
    public long shown(LocalDate today) {
        return jdbc.sql("SELECT count(*) " + SHOWN)
                .param(today)
                .query(Long.class)
                .single();
    }

    /** Something else whenever what is published is not the same as before. */
    public String edition(LocalDate today) {
        return jdbc.sql("""
                        SELECT concat_ws('-', count(*), extract(epoch FROM max(published_at)),
                            (SELECT extract(epoch FROM max(at)) FROM publicity.correction),
                            (SELECT extract(epoch FROM max(withdrawn_at)) FROM publicity.penalty)) """ + SHOWN).param(today).query(String.class).single();
    }

    public Penalty.Listed published(Shown shown, Optional<String> after, int most) {
        var from = after.flatMap(NewestFirst::parse);
        var found = jdbc.sql("""
                        SELECT * FROM publicity.penalty
                        WHERE published_at IS NOT NULL AND withdrawn_at IS NULL AND shown_until > :today"""
                        + (shown.words().isBlank() ? "" : " AND words LIKE :pattern")
                        + (from.isPresent() ? " AND (published_at, id) < (:at, :id)" : "")
                        + " ORDER BY published_at DESC, id DESC LIMIT :most")
                .param("most", most + 1)
                .param("today", shown.on())
                .param("pattern", LikePattern.containing(shown.words()))
                .param("at", from.map(cursor -> time(cursor.at())).orElse(null))
                .param("id", from.map(NewestFirst::id).orElse(null))
                .query((row, number) -> penalty(row))
                .list();
        return listed(found, most, penalty -> penalty.standing().publishedAt());
    }

    private static Penalty.Listed listed(List<Penalty> found, int most, Function<Penalty, Optional<Instant>> at) {
        if (found.size() <= most) {
            return new Penalty.Listed(found, Optional.empty());
        }
        var last = found.get(most - 1);
        return new Penalty.Listed(
                found.subList(0, most), at.apply(last).map(moment -> NewestFirst.after(moment, last.id())));
    }

    private static Penalty penalty(ResultSet row) throws SQLException {
        var withdrawnWhy = row.getString("withdrawn_why");
        var how = row.getString("withdrawn_how");
        return new Penalty(
                row.getString("id"),
                new Penalty.Decided(
                        row.getString("number"),
                        row.getObject("decided_on", LocalDate.class),
                        new Penalty.Subject(
                                Penalty.Subject.Kind.valueOf(row.getString("subject_kind")),
                                row.getString("subject_name"),
                                row.getString("subject_code"),
                                row.getString("representative")),
                        new Penalty.Deed(row.getString("violation"), row.getString("facts"), row.getString("basis")),
                        ruling(row),
                        also(row.getString("also"))),
                row.getString("organisation"),
                row.getString("division"),
                new Penalty.Term(
                        instant(row, "registered_at"),
                        moment(row, "due_at"),
                        row.getObject("shown_until", LocalDate.class)),
                new Penalty.Standing(
                        moment(row, "published_at"),
                        moment(row, "withdrawn_at")
                                .map(at -> new Penalty.Withdrawn(at, withdrawnWhy, Penalty.How.valueOf(how)))));
    }

    private static Map<String, String> also(String json) {
        var also = new LinkedHashMap<String, String>();
        if (DatumJson.read(json) instanceof Datum.Fields(var fields)) {
            fields.forEach((code, said) -> {
                if (said instanceof Datum.Text(var text)) {
                    also.put(code, text);
                }
            });
        }
        return also;
    }

    private static Penalty.Ruling ruling(ResultSet row) throws SQLException {
        Array sorts = row.getArray("sorts");
        return new Penalty.Ruling(
                Stream.of((String[]) sorts.getArray())
                        .map(Penalty.Sort::valueOf)
                        .collect(Collectors.toSet()),
                row.getString("content"),
                Optional.ofNullable(row.getBigDecimal("fine")),
                Optional.ofNullable(row.getBigDecimal("confiscated")),
                Penalty.Severity.valueOf(row.getString("severity")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? Optional.empty() : Optional.of(instant(row, column));
    }
}
