package org.tongqu.platform.data.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.packs.reading.ComparisonPacks;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.comparison.ComparisonRun;
import org.tongqu.platform.data.comparison.Comparisons;
import org.tongqu.platform.data.comparison.Finding;
import org.tongqu.platform.data.comparison.Finding.State;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.CorrectionAct;
import org.tongqu.platform.data.corrections.Corrections;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: what two departments delivered is compared; what does not agree goes back to its source until it does. */
class ComparisonJobTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final int number = NUMBER.incrementAndGet();
    private Twin about;
    private Twin against;
    private Comparisons comparisons;
    /** The one declared last. */
    @SuppressWarnings("NullAway.Init")
    private PlannedJob job;

    @TempDir
    private Path packs;

    @BeforeEach
    void twoDepartmentsKnowTheSamePeople() throws Exception {
        about = new Twin("");
        against = new Twin("");
        for (var twin : List.of(about, against)) {
            twin.people(5, 10);
            twin.agreed(Masking.PLAIN, OptionalLong.empty());
        }
        comparisons = about.provider.bean(Comparisons.class);
    }

    private void declare(String finds, String more) throws Exception {
        var folder = Files.createDirectories(packs.resolve("city/checks-" + number));
        Files.createDirectories(folder.resolve("comparisons"));
        Files.writeString(folder.resolve("pack.yaml"), """
                pack: city/checks-%d
                kind: comparisons
                version: "1"
                title: {zh: 测试, en: Test}
                summary: {zh: 测试, en: Test}
                """.formatted(number), UTF_8);
        Files.writeString(
                folder.resolve("comparisons/one.yaml"),
                """
                comparison: test-%d
                title: {zh: 姓名核对, en: Names}
                meaning: {zh: 两个部门登记的姓名不同, en: Two departments know another name}
                basis: {zh: 《社会救助暂行办法》第五十八条, en: Article 58}
                finds: %s
                about: {flow: %s, key: [cert_no], show: [name]}
                against: {flow: %s, key: [cert_no], show: [name]}
                answer: {item: name, from: name}
                days: 5
                %s
                """.formatted(number, finds, about.flow.id(), against.flow.id(), more),
                UTF_8);
        var reading = ComparisonPacks.readAll(packs);
        assertThat(reading.problems()).isEmpty();
        job = comparisons.declare(reading.jobs().getFirst()).orElseThrow();
    }

    private void change(Twin twin, int id, String name) throws Exception {
        Twin.execute(
                "UPDATE " + twin.source + " SET xm = '" + name + "', changed = clock_timestamp() WHERE id = " + id);
    }

    private List<Finding> findings() {
        return comparisons.findings(job, Optional.empty(), Long.MAX_VALUE, 50);
    }

    private ComparisonRun last() {
        return comparisons.runs(job, 1).getFirst();
    }

    @Test
    void whatDiffersGoesToItsSourceAndClosesWhenTheRightValueArrived() throws Exception {
        change(about, 3, "林小兰");
        change(against, 3, "林晓岚");
        declare("differ", "differ: [{about: name, against: name}]");
        about.run();
        assertThat(findings()).as("the other side delivered nothing yet").isEmpty();
        against.run();

        var found = findings();
        assertThat(found).as("%s", comparisons.runs(job, 9)).hasSize(1);
        var finding = found.getFirst();
        assertThat(finding.state()).isEqualTo(State.SENT);
        assertThat(finding.said().about()).containsEntry("name", "林小兰");
        assertThat(finding.said().against()).containsEntry("name", "林晓岚");
        var corrections = about.provider.bean(Corrections.class);
        var open = corrections
                .find(about.provider.officer(), finding.correction().orElseThrow())
                .orElseThrow();
        assertThat(open.told().key()).isEqualTo("C000003");
        assertThat(open.told().delivered()).isEqualTo("林小兰");
        assertThat(open.told().expected()).isEqualTo("林晓岚");
        assertThat(open.due()).isPresent();
        var entries = about.provider.bean(Journal.class).entries(new Entry.Subject("correction", open.id()));
        assertThat(entries)
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.entry().details().canonical()).doesNotContain("C000003", "林"));

        change(about, 3, "林晓岚");
        corrections
                .answer(about.provider.officer(), open.id(), CorrectionAct.CORRECT, "已改正")
                .orElseThrow();
        about.run();

        assertThat(findings()).extracting(Finding::state).containsExactly(State.CLOSED);
        assertThat(last().reach()).isEqualTo(ComparisonRun.Reach.CHANGED);
        assertThat(last().counts().touched()).hasValue(1);
        assertThat(corrections.find(about.provider.officer(), open.id()))
                .map(Correction::state)
                .contains(Correction.State.ARRIVED);
    }

    @Test
    void whatTheSourceExplainsStaysExplainedAndWhatComesAgainIsTheSameFinding() throws Exception {
        change(about, 1, "甲");
        change(about, 2, "乙");
        declare("differ", "differ: [{about: name, against: name}]");
        against.run();
        about.run();
        assertThat(findings()).extracting(Finding::state).containsExactly(State.SENT, State.SENT);
        var corrections = about.provider.bean(Corrections.class);
        var explained = findings().getFirst();
        corrections
                .answer(about.provider.officer(), explained.correction().orElseThrow(), CorrectionAct.REFUSE, "与户籍档案一致")
                .orElseThrow();
        var other = findings().getLast();
        assertThat(findings()).extracting(Finding::state).containsExactly(State.EXCUSED, State.SENT);

        change(
                against,
                other.said().key().getFirst().endsWith("1") ? 1 : 2,
                Objects.requireNonNull(other.said().about().get("name")));
        against.run();
        assertThat(findings())
                .as("the other side came round")
                .extracting(Finding::state)
                .containsExactly(State.EXCUSED, State.CLOSED);
        assertThat(last().counts().gone()).isEqualTo(1);
        assertThat(corrections.find(about.provider.officer(), other.correction().orElseThrow()))
                .as("nobody need correct it")
                .map(Correction::state)
                .contains(Correction.State.WITHDRAWN);

        change(against, other.said().key().getFirst().endsWith("1") ? 1 : 2, "丙");
        against.run();
        var again = findings().getLast();
        assertThat(again.id()).isEqualTo(other.id());
        assertThat(again.times()).isEqualTo(2);
        assertThat(again.state()).isEqualTo(State.SENT);
        assertThat(again.correction()).isPresent().isNotEqualTo(other.correction());
        assertThat(kept()).doesNotContain("C00000", "甲", "乙");
    }

    private String kept() {
        return about.provider
                .bean(JdbcClient.class)
                .sql("SELECT string_agg(encode(said, 'escape'), ' ') FROM comparison.finding WHERE job = ?")
                .param(job.code())
                .query(String.class)
                .single();
    }

    @Test
    void withoutAnAgreementInForceNothingIsComparedAndThePageSaysWhy() throws Exception {
        declare("both", "");
        var without = new Twin("");
        without.people(1, 3);
        var barred = comparisons
                .declare(new ComparisonJob(
                        "barred-" + number,
                        job.job().words(),
                        Finds.BOTH,
                        job.job().about(),
                        Optional.of(new Side(
                                without.flow.id(), List.of("cert_no"), List.of(), Optional.empty(), List.of())),
                        List.of(),
                        job.job().answer(),
                        5,
                        Sensitivity.PERSONAL,
                        List.of()))
                .orElseThrow();
        about.run();

        var run = comparisons.runs(barred, 1).getFirst();
        assertThat(run.reason().code()).isEqualTo("not-permitted");
        assertThat(run.reason().detail()).isEqualTo(without.flow.id());
    }

    @Test
    void thousandsAreOpenedAtOnce() throws Exception {
        for (var twin : List.of(about, against)) {
            Twin.execute("INSERT INTO " + twin.source + " (id, sfzh, xm) SELECT i, 'D' || i, '" + twin.flow.id()
                    + "' FROM generate_series(1000, 3200) AS i");
        }
        declare("differ", "differ: [{about: name, against: name}]");
        about.run();
        var statements = StatementCount.during(against::run);

        assertThat(comparisons
                        .find(about.consumer.officer(), job.code())
                        .orElseThrow()
                        .count(State.SENT))
                .isEqualTo(2201);
        assertThat(statements).isLessThan(200);
    }

    @Test
    void bothSidesStandOnAPageThatShowsPersonalValuesForAPurpose() throws Exception {
        declare("both", "");
        against.run();
        about.run();
        var finding = findings().getFirst();
        var address = "/desk/comparisons/" + job.code();

        var employer = Employer.at(StartedPlatform.shared(), about.consumer.organisation());
        var officer = employer.signIn(employer.hires(Compiling.OFFICER));
        assertThat(officer.opens("/desk/comparisons").body()).contains("姓名核对", "5 条不一致");
        assertThat(officer.opens(address + "?state=sent").body())
                .contains("两侧都有", "已退回来源", finding.correction().orElseThrow())
                .doesNotContain("C00000", "xxxxxx");
        assertThat(officer.opens(address + "?state=closed").body()).contains("没有符合条件的");
        var page = address + "/" + finding.id();
        assertThat(officer.opens(page).body())
                .as("fields are called as the catalogue calls the items")
                .contains("<td>姓名</td>", "***", "查看完整内容")
                .doesNotContain("xxxxxx", "<td>name</td>");
        assertThat(officer.sends(page + "/look", Map.of("purpose", "", "why", "核实"))
                        .status())
                .isEqualTo(422);
        assertThat(officer.sends(page + "/look", Map.of("purpose", "comparison", "why", "核实"))
                        .body())
                .contains("xxxxxx")
                .doesNotContain("查看完整内容");
        assertThat(about.provider
                        .bean(Journal.class)
                        .entries(new Entry.Subject("comparison-finding", job.code() + "/" + finding.id())))
                .singleElement()
                .satisfies(entry -> assertThat(entry.entry().verb()).isEqualTo("comparison.look"));
        assertThat(officer.sends(address + "/renew", Map.of()).status())
                .as("an officer is no lead")
                .isEqualTo(403);

        var stranger = Employer.at(StartedPlatform.shared(), new Twin("").consumer.organisation());
        var outsider = stranger.signIn(stranger.hires(Compiling.OFFICER));
        assertThat(outsider.opens(page).status()).isEqualTo(404);
        assertThat(outsider.opens("/desk/comparisons").body()).doesNotContain("姓名核对");
    }
}
