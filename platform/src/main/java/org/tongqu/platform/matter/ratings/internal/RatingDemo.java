package org.tongqu.platform.matter.ratings.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.ratings.FollowUp;
import org.tongqu.platform.matter.ratings.RatingTerms;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.supervision.Duties;
import org.tongqu.platform.matter.supervision.Duty;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Staff;

/** What the people of the demo city said in two years, and what offices did about it: made by the database in one go. */
@Component
class RatingDemo implements DemoPart {

    private static final int DAYS = 740;

    private final JdbcClient jdbc;
    private final RatingTerms terms;
    private final Directory directory;
    private final ServiceCatalogue catalogue;
    private final Duties duties;
    private final TextsBundle texts;

    RatingDemo(
            JdbcClient jdbc,
            RatingTerms terms,
            Directory directory,
            ServiceCatalogue catalogue,
            Duties duties,
            TextsBundle texts) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.directory = directory;
        this.catalogue = catalogue;
        this.duties = duties;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "ratings";
    }

    @Override
    public int order() {
        return 105;
    }

    @Override
    public void load(DemoCity city, Progress progress) {
        var today = city.today().atStartOfDay(WorkingCalendar.ZONE).toOffsetDateTime();
        int given = ratings(today);
        followUps(city, today);
        watch();
        progress.say("  ratings: " + given);
    }

    /** Some of those whose matter ended; the grade follows from the receipt alone. */
    private int ratings(OffsetDateTime today) {
        return jdbc.sql("""
                        WITH said AS (
                            SELECT c.*, point, abs(hashtext(c.receipt || point)::bigint) AS h
                            FROM casework.case_file c CROSS JOIN (VALUES ('GUIDE'), ('SUBMISSION'), ('RESULT')) AS p (point)
                            WHERE c.ended_at IS NOT NULL
                        ), graded AS (
                            SELECT *, CASE WHEN h / 100 % 1000 < 610 THEN 1 WHEN h / 100 % 1000 < 885 THEN 2
                                WHEN h / 100 % 1000 < 962 THEN 3 WHEN h / 100 % 1000 < 990 THEN 4 ELSE 5 END AS grade,
                                CASE point WHEN 'RESULT' THEN ended_at + make_interval(mins => (h % 4000)::int)
                                    ELSE opened_at + make_interval(mins => (h % 300)::int + 3) END AS at
                            FROM said WHERE h % 100 < CASE point WHEN 'RESULT' THEN 26 WHEN 'SUBMISSION' THEN 7 ELSE 4 END
                        )
                        INSERT INTO ratings.rating (id, case_id, receipt, applicant, pack_id, organisation, point, channel, grade,
                            reasons, words, rated_at)
                        SELECT md5('rating ' || receipt || point)::uuid, id, receipt, applicant, pack_id, organisation, point,
                            CASE WHEN h / 7 % 10 < 3 THEN 'WINDOW' ELSE 'WEB' END, grade,
                            CASE WHEN grade <= 2 THEN ARRAY[(CAST(:praise AS text[]))[1 + h / 11 % :praises]]
                                WHEN grade = 3 THEN '{}' ELSE ARRAY[(CAST(:blame AS text[]))[1 + h / 11 % :blames]] END,
                            CASE WHEN grade > 3 THEN (CAST(:bad AS text[]))[1 + h / 13 % :bads]
                                WHEN h / 17 % 5 = 0 THEN (CAST(:good AS text[]))[1 + h / 13 % :goods] ELSE '' END, at
                        FROM graded WHERE at < :today""")
                .param("praise", terms.praise().toArray(String[]::new))
                .param("praises", terms.praise().size())
                .param("blame", terms.blame().toArray(String[]::new))
                .param("blames", terms.blame().size())
                .param("good", said("good"))
                .param("goods", said("good").length)
                .param("bad", said("bad"))
                .param("bads", said("bad").length)
                .param("today", today)
                .update();
    }

    /** The sentences of one kind, numbered from 1 in the texts. */
    private String[] said(String kind) {
        var spoken = texts.in(Language.ZH);
        return IntStream.iterate(1, number -> spoken.knows("ratings.demo." + kind + "." + number), number -> number + 1)
                .mapToObj(number -> spoken.say("ratings.demo." + kind + "." + number))
                .toArray(String[]::new);
    }

    /** Who answers for an organisation. */
    private record Chief(String organisation, String addressed, Staff person) {}

    /** Until when what was said on a day is answered. */
    private record Due(LocalDate day, OffsetDateTime at, String edition) {}

    /** Old ones came to an end, but for a few; of the last weeks each stands where its hash says. */
    private void followUps(DemoCity city, OffsetDateTime today) {
        var dues = dues(city.today());
        var chiefs = chiefs(city);
        jdbc.sql("""
                        WITH bad AS (
                            SELECT r.*, abs(hashtext(r.receipt)::bigint) AS h, CAST(:today AS timestamptz) - r.rated_at AS age,
                                (r.rated_at AT TIME ZONE 'Asia/Shanghai')::date AS day
                            FROM ratings.rating r WHERE r.grade > 3
                        ), stood AS (
                            SELECT *, CASE WHEN age > interval '45 days' THEN CASE WHEN h % 25 = 0 THEN 'DISCONTENT'
                                    WHEN h % 25 = 1 THEN 'STRUCK' ELSE 'SETTLED' END
                                WHEN age > interval '20 days' THEN CASE WHEN h % 9 = 0 THEN 'OPEN' ELSE 'SETTLED' END
                                WHEN age > interval '9 days' THEN CASE WHEN h % 4 = 0 THEN 'VERIFIED' ELSE 'ANSWERED' END
                                WHEN age > interval '3 days' THEN CASE h % 4 WHEN 0 THEN 'APPEALED' WHEN 1 THEN 'CALLED'
                                    ELSE 'OPEN' END
                                ELSE 'OPEN' END AS state,
                                h % 29 = 0 AND age > interval '45 days' AS late
                            FROM bad
                        )
                        INSERT INTO ratings.follow_up (id, number, organisation, addressed, state, round, opened_at, due_at, edition,
                            answered_at, in_time, version)
                        SELECT s.id, to_char(day, 'YYYY') || '-'
                                || lpad((row_number() OVER (PARTITION BY to_char(day, 'YYYY') ORDER BY rated_at, s.id))::text, 6, '0'),
                            s.organisation, coalesce(c.addressed, s.organisation), state, 1, rated_at, d.due, d.edition,
                            CASE WHEN state IN ('SETTLED', 'DISCONTENT', 'ANSWERED')
                                THEN rated_at + make_interval(days => 4 + (h % 5)::int + CASE WHEN late THEN 25 ELSE 0 END) END,
                            CASE WHEN state IN ('SETTLED', 'DISCONTENT', 'ANSWERED') THEN NOT late END,
                            CASE state WHEN 'OPEN' THEN 1 WHEN 'CALLED' THEN 2 WHEN 'VERIFIED' THEN 3 WHEN 'APPEALED' THEN 2
                                WHEN 'STRUCK' THEN 3 WHEN 'ANSWERED' THEN 4 ELSE 5 END
                        FROM stood s
                        JOIN unnest(CAST(:days AS date[]), CAST(:dues AS timestamptz[]), CAST(:editions AS text[]))
                            AS d (on_day, due, edition) ON d.on_day = s.day
                        LEFT JOIN unnest(CAST(:offices AS text[]), CAST(:addressed AS text[])) AS c (office, addressed)
                            ON c.office = s.organisation""")
                .param("today", today)
                .param("days", dues.stream().map(due -> due.day().toString()).toArray(String[]::new))
                .param("dues", dues.stream().map(due -> due.at().toString()).toArray(String[]::new))
                .param("editions", dues.stream().map(Due::edition).toArray(String[]::new))
                .param("offices", chiefs.stream().map(Chief::organisation).toArray(String[]::new))
                .param("addressed", chiefs.stream().map(Chief::addressed).toArray(String[]::new))
                .update();
        jdbc.sql("""
                        UPDATE ratings.rating r SET counts = false FROM ratings.follow_up f
                        WHERE f.id = r.id AND f.state = 'STRUCK'""").update();
        jdbc.sql("""
                        INSERT INTO ratings.follow_up_number (year, last)
                        SELECT left(number, 4)::int, max(right(number, 6)::int) FROM ratings.follow_up GROUP BY 1""").update();
        stepsOf(chiefs);
    }

    private void stepsOf(List<Chief> chiefs) {
        jdbc.sql("""
                        INSERT INTO ratings.follow_up_step (follow_up, number, kind, at, by, by_name, verdict, words)
                        SELECT f.id, s.number, s.kind,
                            CASE s.kind WHEN 'OPENED' THEN f.opened_at WHEN 'ANSWERED' THEN f.answered_at
                                WHEN 'CONTENT' THEN f.answered_at + interval '20 hours'
                                WHEN 'DISCONTENT' THEN f.answered_at + interval '20 hours'
                                ELSE f.opened_at + make_interval(hours => 20 * s.number) END,
                            CASE WHEN s.kind = 'OPENED' THEN 'system' WHEN s.kind IN ('CONTENT', 'DISCONTENT') THEN 'applicant'
                                ELSE coalesce(c.person, 'system') END,
                            CASE WHEN s.kind IN ('OPENED', 'CONTENT', 'DISCONTENT') THEN '' ELSE coalesce(c.name, '') END,
                            CASE WHEN s.kind = 'VERIFIED'
                                THEN (ARRAY['FOUNDED', 'PARTLY', 'UNFOUNDED'])[1 + abs(hashtext(f.number)::bigint) % 3] END,
                            coalesce((CAST(:words AS text[]))[array_position(CAST(:kinds AS text[]), s.kind)], '')
                        FROM ratings.follow_up f
                        JOIN (VALUES (1, 'OPENED', '{}'::text[]), (2, 'CALLED', '{OPEN,APPEALED,STRUCK}'),
                                (3, 'VERIFIED', '{OPEN,CALLED,APPEALED,STRUCK}'),
                                (4, 'ANSWERED', '{OPEN,CALLED,VERIFIED,APPEALED,STRUCK}'),
                                (5, 'CONTENT', '{OPEN,CALLED,VERIFIED,ANSWERED,APPEALED,STRUCK,DISCONTENT}'),
                                (5, 'DISCONTENT', '{OPEN,CALLED,VERIFIED,ANSWERED,APPEALED,STRUCK,SETTLED}'),
                                (2, 'APPEALED', '{OPEN,CALLED,VERIFIED,ANSWERED,SETTLED,DISCONTENT}'),
                                (3, 'UPHELD', '{OPEN,CALLED,VERIFIED,ANSWERED,SETTLED,DISCONTENT,APPEALED}'))
                            AS s (number, kind, never) ON f.state <> ALL (s.never)
                        LEFT JOIN unnest(CAST(:offices AS text[]), CAST(:persons AS text[]), CAST(:names AS text[]))
                            AS c (office, person, name) ON c.office = f.addressed""")
                .param("kinds", kinds().toArray(String[]::new))
                .param(
                        "words",
                        kinds().map(kind ->
                                        texts.in(Language.ZH).say("ratings.demo.step." + kind.toLowerCase(Locale.ROOT)))
                                .toArray(String[]::new))
                .param(
                        "offices",
                        chiefs.stream().map(Chief::addressed).distinct().toArray(String[]::new))
                .param("persons", persons(chiefs).map(Staff::id).toArray(String[]::new))
                .param("names", persons(chiefs).map(Staff::name).toArray(String[]::new))
                .update();
    }

    private static Stream<String> kinds() {
        return Stream.of("CALLED", "VERIFIED", "ANSWERED", "APPEALED", "UPHELD");
    }

    /** One of each addressed organisation, in the order of {@code distinct}. */
    private static Stream<Staff> persons(List<Chief> chiefs) {
        return chiefs.stream()
                .map(Chief::addressed)
                .distinct()
                .map(code -> chiefs.stream()
                        .filter(chief -> chief.addressed().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .person());
    }

    private static List<Chief> chiefs(DemoCity city) {
        var chiefs = new ArrayList<Chief>();
        for (var organisation : city.organisations()) {
            var at = Optional.of(organisation);
            while (at.isPresent()) {
                var code = at.get().code();
                var person = city.holders(code, FollowUpOpening.CHIEF).stream().findFirst();
                if (person.isPresent()) {
                    chiefs.add(new Chief(organisation.code(), code, person.get()));
                    break;
                }
                at = parent(city, at.get());
            }
        }
        return chiefs;
    }

    private static Optional<Organisation> parent(DemoCity city, Organisation organisation) {
        return organisation
                .parent()
                .flatMap(code -> city.organisations().stream()
                        .filter(other -> other.code().equals(code))
                        .findFirst());
    }

    private List<Due> dues(LocalDate today) {
        var calendar = directory.calendar();
        var dues = new ArrayList<Due>();
        for (var day = today.minusDays(DAYS); !day.isAfter(today); day = day.plusDays(1)) {
            var from = day.atTime(12, 0).atZone(WorkingCalendar.ZONE).toInstant();
            var start = day;
            var due = terms.answer()
                    .dueAfter(from, calendar)
                    .fold(
                            at -> at,
                            unknown -> start.plusDays(terms.answer().amount() + 6L)
                                    .atStartOfDay(WorkingCalendar.ZONE)
                                    .toInstant());
            dues.add(new Due(day, due.atOffset(ZoneOffset.UTC), calendar.edition()));
        }
        return dues;
    }

    /** What offices still owe is watched from now on, and what they owe too long is found. */
    private void watch() {
        var open = jdbc
                .sql(RatingStore.BOTH + " WHERE f.state IN ('OPEN', 'CALLED', 'VERIFIED')")
                .query((row, number) -> {
                    var packId = RatingStore.rating(row).served().packId();
                    return RatingStore.followUp(row).map(known -> duty(known, packId));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        duties.begin(open);
    }

    private Duty duty(FollowUp followUp, String packId) {
        return FollowUpOpening.duty(
                followUp,
                catalogue.findPack(packId).map(pack -> pack.title().zh()).orElse(packId),
                packId);
    }
}
