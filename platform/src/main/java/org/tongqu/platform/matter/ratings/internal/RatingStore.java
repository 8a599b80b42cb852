package org.tongqu.platform.matter.ratings.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.ratings.Channel;
import org.tongqu.platform.matter.ratings.Figures;
import org.tongqu.platform.matter.ratings.FollowUp;
import org.tongqu.platform.matter.ratings.FollowUpStep;
import org.tongqu.platform.matter.ratings.Grade;
import org.tongqu.platform.matter.ratings.OwnRatings;
import org.tongqu.platform.matter.ratings.Point;
import org.tongqu.platform.matter.ratings.Rating;
import org.tongqu.platform.matter.ratings.RatingPage;
import org.tongqu.platform.operate.store.NewestFirst;
import org.tongqu.platform.trust.access.Scope;
import org.tongqu.platform.trust.seals.Seals;

/** The ratings. */
@Repository
public class RatingStore {

    static final String BOTH = """
            SELECT r.*, f.number AS number, f.addressed, f.state, f.round, f.opened_at, f.due_at, f.edition, f.version
            FROM ratings.rating r LEFT JOIN ratings.follow_up f ON f.id = r.id
            """;

    static final String CONTACT = "ratings.contact";
    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final FollowUpStore followUps;
    private final Seals seals;

    RatingStore(JdbcClient jdbc, FollowUpStore followUps, Seals seals) {
        this.jdbc = jdbc;
        this.followUps = followUps;
        this.seals = seals;
    }

    /** Whether it was taken: of each point of a case there is one. */
    public boolean insert(NewRating given) {
        var rating = given.rating();
        var contact = given.phone().isEmpty() ? null : seals.cipher(CONTACT).seal(given.phone());
        return jdbc.sql("""
                                INSERT INTO ratings.rating (id, case_id, receipt, applicant, pack_id, organisation, point, channel,
                                    grade, reasons, words, contact, rated_at)
                                VALUES (CAST(? AS uuid), CAST(? AS uuid), ?, ?, ?, ?, ?, ?, ?, CAST(? AS text[]), ?, ?, ?)
                                ON CONFLICT (case_id, point) DO NOTHING""")
                        .params(Arrays.asList(
                                rating.id(),
                                given.caseId(),
                                given.receipt(),
                                given.applicant(),
                                rating.served().packId(),
                                rating.served().organisation(),
                                rating.point().name(),
                                rating.channel().name(),
                                rating.said().grade().number(),
                                rating.said().reasons().toArray(String[]::new),
                                rating.said().words(),
                                contact,
                                time(rating.at())))
                        .update()
                == 1;
    }

    /**
     * In the order of the points.
     *
     * @param silent an answer given before that counts as accepted
     */
    public List<OwnRatings.Own> ofCase(UUID caseId, Instant silent) {
        return jdbc
                .sql(BOTH + " WHERE r.case_id = ?")
                .param(caseId)
                .query((row, number) -> new RatingPage.Row(rating(row), followUp(row)))
                .list()
                .stream()
                .map(row -> new OwnRatings.Own(row.rating(), row.followUp().map(open -> answer(open, silent))))
                .sorted(Comparator.comparing(own -> own.rating().point()))
                .toList();
    }

    private OwnRatings.Answer answer(FollowUp followUp, Instant silent) {
        var words = followUps.steps(followUp.id()).stream()
                .filter(step -> step.kind() == FollowUpStep.Kind.ANSWERED)
                .reduce((one, later) -> later);
        var mayJudge = followUp.state() == FollowUp.State.ANSWERED
                && words.filter(step -> step.at().isAfter(silent)).isPresent();
        return new OwnRatings.Answer(followUp, words, mayJudge);
    }

    public RatingPage page(Scope scope, RatingPage.View view, Optional<String> after) {
        var cursor = after.flatMap(NewestFirst::parse);
        var found = jdbc.sql(BOTH + "WHERE " + SEEN + " AND " + of(view) + """
                         AND (CAST(:at AS timestamptz) IS NULL OR (r.rated_at, r.id) < (:at, CAST(:id AS uuid)))
                        ORDER BY r.rated_at DESC, r.id DESC LIMIT
                        """ + (PAGE + 1))
                .param("everything", scope.isEverything())
                .param("organisations", scope.organisations())
                .param("at", cursor.map(from -> time(from.at())).orElse(null))
                .param("id", cursor.map(NewestFirst::id).orElse(null))
                .query((row, number) -> new RatingPage.Row(rating(row), followUp(row)))
                .list();
        var rows = found.subList(0, Math.min(PAGE, found.size()));
        return new RatingPage(
                rows,
                counts(scope),
                found.size() > PAGE
                        ? Optional.of(NewestFirst.after(
                                rows.getLast().rating().at(),
                                rows.getLast().rating().id()))
                        : Optional.empty());
    }

    private static final String SEEN =
            "(:everything OR r.organisation = ANY (:organisations) OR f.addressed = ANY (:organisations))";

    private static String of(RatingPage.View view) {
        return switch (view) {
            case ALL -> "true";
            case BAD -> "r.grade > 3";
            case WAITING -> "f.state IN ('OPEN', 'CALLED', 'VERIFIED')";
            case ANSWERED -> "f.state IN ('ANSWERED', 'SETTLED', 'DISCONTENT')";
            case APPEALED -> "f.state IN ('APPEALED', 'STRUCK')";
        };
    }

    private Map<RatingPage.View, Long> counts(Scope scope) {
        var counts = new EnumMap<RatingPage.View, Long>(RatingPage.View.class);
        var columns = Arrays.stream(RatingPage.View.values())
                .map(view -> "count(*) FILTER (WHERE " + of(view) + ") AS " + view)
                .toList();
        jdbc.sql("SELECT " + String.join(", ", columns)
                        + " FROM ratings.rating r LEFT JOIN ratings.follow_up f ON f.id = r.id WHERE " + SEEN)
                .param("everything", scope.isEverything())
                .param("organisations", scope.organisations())
                .query(row -> {
                    for (var view : RatingPage.View.values()) {
                        counts.put(view, row.getLong(view.name()));
                    }
                });
        return counts;
    }

    /** Of all ratings that count. */
    public Figures figures() {
        var services = new HashMap<String, Figures.Tally>();
        var organisations = new HashMap<String, Figures.Tally>();
        var all = new Figures.Tally[] {Figures.Tally.NONE};
        jdbc.sql("""
                        SELECT r.pack_id, r.organisation,
                            count(*) FILTER (WHERE grade = 1) AS g1, count(*) FILTER (WHERE grade = 2) AS g2,
                            count(*) FILTER (WHERE grade = 3) AS g3, count(*) FILTER (WHERE grade = 4) AS g4,
                            count(*) FILTER (WHERE grade = 5) AS g5,
                            count(*) FILTER (WHERE grade > 3) AS bad, count(f.answered_at) AS answered,
                            count(*) FILTER (WHERE f.in_time) AS in_time
                        FROM ratings.rating r LEFT JOIN ratings.follow_up f ON f.id = r.id
                        WHERE r.counts GROUP BY GROUPING SETS ((r.pack_id), (r.organisation), ())""").query(row -> {
            var tally = tally(row);
            var pack = row.getString("pack_id");
            var organisation = row.getString("organisation");
            if (pack != null) {
                services.put(pack, tally);
            } else if (organisation != null) {
                organisations.put(organisation, tally);
            } else {
                all[0] = tally;
            }
        });
        return new Figures(all[0], services, organisations);
    }

    private static Figures.Tally tally(ResultSet row) throws SQLException {
        return new Figures.Tally(
                List.of(row.getLong("g1"), row.getLong("g2"), row.getLong("g3"), row.getLong("g4"), row.getLong("g5")),
                row.getLong("bad"),
                row.getLong("answered"),
                row.getLong("in_time"));
    }

    static Rating rating(ResultSet row) throws SQLException {
        return new Rating(
                row.getString("id"),
                new Rating.Served(row.getString("organisation"), row.getString("pack_id")),
                Point.valueOf(row.getString("point")),
                Channel.valueOf(row.getString("channel")),
                new Rating.Said(
                        Grade.of(row.getInt("grade")),
                        List.of((String[]) row.getArray("reasons").getArray()),
                        row.getString("words")),
                instant(row, "rated_at"),
                row.getBoolean("counts"));
    }

    static Optional<FollowUp> followUp(ResultSet row) throws SQLException {
        if (row.getString("number") == null) {
            return Optional.empty();
        }
        return Optional.of(new FollowUp(
                row.getString("id"),
                row.getString("number"),
                row.getString("organisation"),
                row.getString("addressed"),
                FollowUp.State.valueOf(row.getString("state")),
                row.getInt("round"),
                new FollowUp.Term(instant(row, "opened_at"), instant(row, "due_at"), row.getString("edition")),
                row.getInt("version")));
    }
}
