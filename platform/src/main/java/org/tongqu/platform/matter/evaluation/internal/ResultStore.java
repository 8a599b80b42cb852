package org.tongqu.platform.matter.evaluation.internal;

import static org.tongqu.platform.operate.store.Columns.column;
import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.Ranking;
import org.tongqu.engines.evaluation.Scheme;
import org.tongqu.engines.evaluation.Sheet;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.evaluation.PeriodState;
import org.tongqu.platform.matter.evaluation.Standings;
import org.tongqu.platform.matter.evaluation.Subject;

/** Scores and places of periods that are frozen: written once, with a digest over all of them. */
@Repository
public class ResultStore {

    private static final String DIGEST = """
            SELECT coalesce(sum(rows), 0) AS counted,
                encode(sha256(convert_to(coalesce(string_agg(line, E'\\n' ORDER BY line COLLATE "C"), ''), 'UTF8')), 'hex') AS digest
            FROM (
                SELECT cardinality(rows) AS rows, concat_ws('|', 'tally', month, measure, organisation, post, amount,
                    encode(sha256(convert_to(array_to_string(rows, ',') || '|' || coalesce(array_to_string(amounts, ','), ''), 'UTF8')), 'hex')) AS line
                FROM evaluation.tally WHERE month >= :from AND month < :until
                UNION ALL SELECT 0, concat_ws('|', 'standing', kind, subject, total, coalesce(place::text, 'unranked ' || counted))
                FROM evaluation.standing WHERE period = :id
                UNION ALL SELECT 0, concat_ws('|', 'score', kind, subject, indicator, coalesce(value::text, '-'), coalesce(points::text, '-'))
                FROM evaluation.score WHERE period = :id) lines""";

    private final JdbcClient jdbc;

    ResultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A frozen period as it is kept. */
    public record Kept(Period period, String edition, PeriodState.Frozen frozen) {}

    /** All that are frozen, the latest first. */
    public List<Kept> frozen() {
        return jdbc.sql("SELECT * FROM evaluation.period ORDER BY first_day DESC, kind")
                .query(ResultStore::kept)
                .list();
    }

    /** One that is frozen. */
    public Optional<Kept> frozen(Period period) {
        return jdbc.sql("SELECT * FROM evaluation.period WHERE id = ?")
                .param(period.id())
                .query(ResultStore::kept)
                .optional();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new Period(Period.Kind.valueOf(row.getString("kind")), row.getObject("first_day", LocalDate.class)),
                row.getString("scheme"),
                new PeriodState.Frozen(instant(row, "frozen_at"), row.getLong("counted"), row.getString("digest")));
    }

    void write(Period period, Scheme scheme, SubjectKind kind, Map<String, Sheet> sheets) {
        var standings = Standings.Places.of(scheme, kind, sheets);
        var places = standings.ranked();
        writeUnranked(period, kind, standings.unranked());
        jdbc.sql("""
                        INSERT INTO evaluation.standing (period, kind, subject, total, place)
                        SELECT :period, :kind, * FROM unnest(CAST(:subjects AS text[]), CAST(:totals AS numeric[]), CAST(:places AS int[]))""")
                .param("period", period.id())
                .param("kind", kind.name())
                .param("subjects", column(places, Ranking.Place::subject))
                .param("totals", column(places, place -> place.total().toString()))
                .param("places", column(places, place -> Integer.toString(place.place())))
                .update();
        var lines = sheets.entrySet().stream()
                .flatMap(entry -> entry.getValue().scores().stream().map(score -> new Line(entry.getKey(), score)))
                .toList();
        jdbc.sql("""
                        INSERT INTO evaluation.score (period, kind, subject, indicator, value, points)
                        SELECT :period, :kind, * FROM unnest(CAST(:subjects AS text[]), CAST(:indicators AS text[]),
                            CAST(:values AS numeric[]), CAST(:points AS numeric[]))""")
                .param("period", period.id())
                .param("kind", kind.name())
                .param("subjects", column(lines, Line::subject))
                .param(
                        "indicators",
                        column(lines, line -> line.score().indicator().name()))
                .param("values", column(lines, line -> text(line.score().value())))
                .param("points", column(lines, line -> text(line.score().points())))
                .update();
    }

    private void writeUnranked(Period period, SubjectKind kind, List<Standings.Unranked> unranked) {
        jdbc.sql("""
                        INSERT INTO evaluation.standing (period, kind, subject, total, counted)
                        SELECT :period, :kind, * FROM unnest(CAST(:subjects AS text[]), CAST(:totals AS numeric[]),
                            CAST(:counted AS int[]))""")
                .param("period", period.id())
                .param("kind", kind.name())
                .param("subjects", column(unranked, Standings.Unranked::subject))
                .param("totals", column(unranked, one -> one.total().toString()))
                .param("counted", column(unranked, one -> Integer.toString(one.counted())))
                .update();
    }

    private record Line(String subject, Sheet.Score score) {}

    private static @Nullable String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse(null);
    }

    /** Closes the period: from here on nothing can be added to it. */
    PeriodState.Frozen close(Period period, String edition, Instant now) {
        var digest = digest(period);
        jdbc.sql("""
                        INSERT INTO evaluation.period (id, kind, first_day, end_day, scheme, frozen_at, counted, digest)
                        VALUES (:id, :kind, :from, :until, :scheme, :at, :counted, :digest)""")
                .param("id", period.id())
                .param("kind", period.kind().name())
                .param("from", period.from())
                .param("until", period.until())
                .param("scheme", edition)
                .param("at", time(now))
                .param("counted", digest.counted())
                .param("digest", digest.digest())
                .update();
        return new PeriodState.Frozen(now, digest.counted(), digest.digest());
    }

    /** Over what is there now; of a frozen period the same as was written then. */
    public record Digest(long counted, String digest) {}

    public Digest digest(Period period) {
        return jdbc.sql(DIGEST)
                .param("from", period.from())
                .param("until", period.until())
                .param("id", period.id())
                .query((row, number) -> new Digest(row.getLong("counted"), row.getString("digest")))
                .single();
    }

    /** The places of a frozen period. */
    public Standings.Places places(Period period, SubjectKind kind) {
        var ranked = new ArrayList<Ranking.Place>();
        var unranked = new ArrayList<Standings.Unranked>();
        jdbc.sql("""
                        SELECT subject, total, place, counted FROM evaluation.standing WHERE period = ? AND kind = ?
                        ORDER BY place, subject""").params(period.id(), kind.name()).query(row -> {
            var subject = row.getString("subject");
            var total = row.getBigDecimal("total");
            int place = row.getInt("place");
            if (row.wasNull()) {
                unranked.add(new Standings.Unranked(subject, Label.same(subject), total, row.getInt("counted")));
            } else {
                ranked.add(new Ranking.Place(subject, total, place));
            }
        });
        return new Standings.Places(ranked, unranked);
    }

    /** The scores of one subject as they were frozen, in the order of the scheme. */
    public List<Sheet.Score> scores(Scheme scheme, Period period, Subject subject) {
        var kept = points(period, subject);
        return scheme.of(subject.kind()).stream()
                .map(indicator -> {
                    var points = Optional.ofNullable(kept.get(indicator.name()));
                    return new Sheet.Score(indicator, points.flatMap(Points::value), points.flatMap(Points::points));
                })
                .toList();
    }

    /** Value and points of one subject as they were frozen. */
    private record Points(Optional<BigDecimal> value, Optional<BigDecimal> points) {}

    private Map<String, Points> points(Period period, Subject subject) {
        var scores = new HashMap<String, Points>();
        jdbc.sql("SELECT indicator, value, points FROM evaluation.score WHERE period = ? AND kind = ? AND subject = ?")
                .params(period.id(), subject.kind().name(), subject.id())
                .query(row -> {
                    scores.put(
                            row.getString("indicator"),
                            new Points(
                                    Optional.ofNullable(row.getBigDecimal("value")),
                                    Optional.ofNullable(row.getBigDecimal("points"))));
                });
        return scores;
    }
}
