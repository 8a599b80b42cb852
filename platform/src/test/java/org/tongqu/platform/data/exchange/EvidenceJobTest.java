package org.tongqu.platform.data.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.packs.reading.ComparisonPacks;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.comparison.ComparisonRefusal;
import org.tongqu.platform.data.comparison.Comparisons;
import org.tongqu.platform.data.comparison.Doubt;
import org.tongqu.platform.data.comparison.Doubt.State;
import org.tongqu.platform.data.comparison.Doubt.Verdict;
import org.tongqu.platform.data.comparison.Finding;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.comparison.Reviews;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.Corrections;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: where no identifier is to be relied on, evidence links two deliveries, and people decide what is in doubt. */
class EvidenceJobTest {

    private static final String JOB = """
            comparison: by-evidence
            title: {zh: 同一人不同号, en: One person under two numbers}
            meaning: {zh: 两个部门登记的号码不同, en: Two departments know another number}
            basis: {zh: 《社会救助暂行办法》第五十八条, en: Article 58}
            finds: both
            about: {flow: %s, key: [cert_no]}
            against: {flow: %s, key: [cert_no]}
            evidence:
              - {as: name, about: name, against: name}
              - {as: date, about: state, against: state}
              - {as: phone, about: cert_no, against: cert_no}
            answer: {item: name, from: name}
            days: 5
            """;

    /** People with a day in the column {@code born}; names come twice now and then. */
    private static final String PEOPLE = """
            INSERT INTO %s (id, sfzh, xm, born)
            SELECT i, %s, substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许', 1 + n %% 20, 1)
                || substr('一文明志国建春秀丽海晓永红玉德云新天家世', 1 + (n / 20) %% 20, 1) || substr('平华军强芳', 1 + n %% 5, 1),
                to_char(date '1950-01-01' + %s, 'YYYY-MM-DD')
              FROM (SELECT i, CASE WHEN i %% 40 = 0 THEN i - 20 ELSE i END AS n FROM generate_series(%s) AS i) AS person
            """;

    /** Numbers that have nothing to do with each other. */
    private static final String OWN = "lpad((i::bigint * 7919713 % 99999989)::text, 11, '1')";

    private static final String OTHER = "lpad((i::bigint * 6700417 % 99999971)::text, 11, '1')";

    private static final String BORN = "(i * 7919 % 300)";

    /** Ten days later: one digit off, more often than not. */
    private static final String WRITTEN_WRONG = "(i * 7919 % 300 + 10)";

    @TempDir
    private Path packs;

    private final Twin about;
    private final Twin against;
    private final Comparisons comparisons;
    private final Reviews reviews;

    EvidenceJobTest() throws Exception {
        about = new Twin("  - {to: state, from: born}");
        against = new Twin("  - {to: state, from: born}");
        for (var twin : List.of(about, against)) {
            Twin.execute(
                    "ALTER TABLE " + twin.source + " ADD born text", "ALTER TABLE " + twin.target + " ADD state text");
            twin.agreed(Masking.PLAIN, OptionalLong.empty());
        }
        Twin.execute(
                PEOPLE.formatted(about.source, OWN, BORN, "1, 400"),
                PEOPLE.formatted(against.source, OWN, BORN, "1, 200"),
                PEOPLE.formatted(against.source, OTHER, BORN, "201, 250"),
                PEOPLE.formatted(against.source, OTHER, WRITTEN_WRONG, "251, 300"));
        comparisons = about.provider.bean(Comparisons.class);
        reviews = about.provider.bean(Reviews.class);
    }

    @Test
    void whatIsSureIsFoundWhatIsDoubtfulIsAskedAndWhatPeopleSaidStands() throws Exception {
        var job = declared();
        about.run();
        against.run();

        assertThat(comparisons.runs(job, 1).getFirst().reason().code()).isEmpty();
        var sure = findings(job, Finding.State.SENT).size();
        assertThat(sure).as("what has the same number is left to the number").isBetween(40, 100);
        var waiting = reviews.waiting(job);
        assertThat(waiting).as("the same name, another number and another day").isBetween(4L, 60L);
        var first = decided(job);
        var sent = awaitSent(job, sure + 1).stream()
                .filter(finding -> finding.said().equals(first.said()))
                .findFirst()
                .orElseThrow();
        var before = comparisons.runs(job, 1).getFirst().id();
        comparisons.renew(about.provider.chief(), job).orElseThrow();
        awaitRunAfter(job, before);
        assertThat(reviews.waiting(job)).as("what was said is not asked again").isEqualTo(waiting - 2);
        assertThat(findings(job, Finding.State.SENT)).hasSize(sure + 1);
        whatWasSaidIsTakenBack(job, first, sent);
        whatItSaysIsSealed(first);
        itIsDecidedOnPages(job);
    }

    /** @return the pair that is held to be one */
    private Doubt decided(PlannedJob job) {
        var officer = about.provider.officer();
        var first = reviews.next(job).orElseThrow();
        assertThat(first.pieces()).hasSize(3);
        assertThat(reviews.decide(officer, job, first.id(), Verdict.SAME))
                .isEqualTo(Outcome.refused(new ComparisonRefusal.NotOpened()));
        assertThat(reviews.open(officer, job, Optional.empty(), "核对"))
                .isEqualTo(Outcome.refused(new ComparisonRefusal.PurposeMissing()));
        reviews.open(officer, job, Optional.of(Purpose.COMPARISON), "核对同一人").orElseThrow();
        reviews.decide(officer, job, first.id(), Verdict.SAME).orElseThrow();
        assertThat(reviews.decide(officer, job, first.id(), Verdict.DIFFERENT))
                .isEqualTo(Outcome.refused(new ComparisonRefusal.Settled()));
        var second = reviews.next(job).orElseThrow();
        reviews.decide(officer, job, second.id(), Verdict.DIFFERENT).orElseThrow();
        var third = reviews.next(job).orElseThrow();
        reviews.decide(officer, job, third.id(), Verdict.LATER).orElseThrow();
        assertThat(reviews.next(job).orElseThrow().id()).isNotIn(first.id(), second.id(), third.id());
        return first;
    }

    private void whatWasSaidIsTakenBack(PlannedJob job, Doubt first, Finding sent) {
        var officer = about.provider.officer();
        reviews.takeBack(officer, job, first.id()).orElseThrow();
        assertThat(comparisons.finding(job, sent.id())).map(Finding::state).contains(Finding.State.CLOSED);
        assertThat(about.provider
                        .bean(Corrections.class)
                        .find(officer, sent.correction().orElseThrow()))
                .map(Correction::state)
                .contains(Correction.State.WITHDRAWN);
        assertThat(reviews.find(job, first.id()).orElseThrow().state()).isEqualTo(State.WAITING);
        assertThat(about.provider
                        .bean(Journal.class)
                        .entries(new Entry.Subject("comparison-pair", job.code() + "/" + first.id())))
                .extracting(kept -> kept.entry().verb())
                .containsExactly("comparison.pair-same", "comparison.pair-back");
    }

    private void whatItSaysIsSealed(Doubt pair) {
        assertThat(about.provider
                        .bean(JdbcClient.class)
                        .sql("SELECT encode(said, 'escape') FROM comparison.pair WHERE id = ?")
                        .param(pair.id())
                        .query(String.class)
                        .single())
                .doesNotContain(pair.said().about().get("cert_no"));
    }

    private void itIsDecidedOnPages(PlannedJob job) {
        var page = "/desk/comparisons/" + job.code() + "/review";
        var employer = Employer.at(StartedPlatform.shared(), against.provider.organisation());
        var reader = employer.signIn(employer.hires(Compiling.OFFICER));
        assertThat(reader.opens("/desk/comparisons/" + job.code()).body()).contains("待人工判断", page, "按证据");
        assertThat(reader.opens(page).body()).contains("写明用途和事由").doesNotContain("权重");
        assertThat(reader.sends(page, Map.of("purpose", "comparison", "why", ""))
                        .body())
                .contains("请写明事由");
        var shown = reader.sends(page, Map.of("purpose", "comparison", "why", "核对同一人"));
        assertThat(shown.body()).contains("机器估计", "data-key=\"s\"", "data-key=\"d\"", "不是同一个");
        var next = reviews.next(job).orElseThrow();
        assertThat(reader.sends(page + "/" + next.id(), Map.of("verdict", "different"))
                        .body())
                .contains("已判断为不同", "最近的判断");
        assertThat(reader.opens(page + "?pair=" + next.id()).body()).contains("撤回这个判断");
        assertThat(reader.sends(page + "/" + next.id(), Map.of("verdict", "same"))
                        .status())
                .isEqualTo(409);
        var stranger = Employer.at(StartedPlatform.shared(), new TwinStranger().organisation());
        assertThat(stranger.signIn(stranger.hires(Compiling.OFFICER))
                        .opens(page)
                        .status())
                .isEqualTo(404);
    }

    /** A department that is no side of anything here. */
    private record TwinStranger(String organisation) {
        TwinStranger() {
            this(org.tongqu.platform.data.catalog.Department.fresh().organisation());
        }
    }

    private PlannedJob declared() throws Exception {
        var folder = Files.createDirectories(packs.resolve("city/evidence/comparisons"));
        Files.writeString(folder.resolveSibling("pack.yaml"), """
                pack: city/evidence
                kind: comparisons
                version: "1"
                title: {zh: 测试, en: Test}
                summary: {zh: 测试, en: Test}
                """, UTF_8);
        Files.writeString(folder.resolve("one.yaml"), JOB.formatted(about.flow.id(), against.flow.id()), UTF_8);
        var reading = ComparisonPacks.readAll(packs);
        assertThat(reading.problems()).isEmpty();
        return comparisons.declare(reading.jobs().getFirst()).orElseThrow();
    }

    private List<Finding> findings(PlannedJob job, Finding.State state) {
        return comparisons.findings(job, Optional.of(state), Long.MAX_VALUE, 1000);
    }

    private List<Finding> awaitSent(PlannedJob job, int count) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (findings(job, Finding.State.SENT).size() < count && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        var sent = findings(job, Finding.State.SENT);
        assertThat(sent).hasSize(count);
        return sent;
    }

    private void awaitRunAfter(PlannedJob job, long before) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (comparisons.runs(job, 1).getFirst().id() == before && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(comparisons.runs(job, 1).getFirst().id()).isGreaterThan(before);
    }
}
