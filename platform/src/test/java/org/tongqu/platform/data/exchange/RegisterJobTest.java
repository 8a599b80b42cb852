package org.tongqu.platform.data.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.packs.reading.ComparisonPacks;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.identity.Mod112;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.comparison.ComparisonRun;
import org.tongqu.platform.data.comparison.Comparisons;
import org.tongqu.platform.data.comparison.Finding;
import org.tongqu.platform.data.comparison.Finding.Origin;
import org.tongqu.platform.data.comparison.Finding.State;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.comparison.internal.Comparer;
import org.tongqu.platform.data.corrections.CorrectionAct;
import org.tongqu.platform.data.corrections.Corrections;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.journal.Entry;

/** FEATURE: what a department delivered is compared with a base register; what does not agree goes back to its source. */
class RegisterJobTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate SINCE = LocalDate.of(2026, 3, 1);

    private final int number = NUMBER.incrementAndGet();
    private final GoldenRegisters registers = StartedPlatform.shared().bean(GoldenRegisters.class);
    private final Comparer comparer = StartedPlatform.shared().bean(Comparer.class);
    private final Comparisons comparisons = StartedPlatform.shared().bean(Comparisons.class);
    private final Register population = registers.find("population").orElseThrow();
    private Twin twin;
    /** The one declared last. */
    @SuppressWarnings("NullAway.Init")
    private PlannedJob job;

    @TempDir
    private Path packs;

    /** Five people whom public security knows; the department delivers the first four of them and one more. */
    @BeforeEach
    void aDepartmentKnowsPeopleOfTheRegister() throws Exception {
        twin = new Twin("");
        for (int person = 1; person <= 5; person++) {
            said(
                    person,
                    "name",
                    name(person),
                    "status",
                    person == 2 ? "dead" : "alive",
                    "address",
                    "青云路" + person + "号");
        }
        for (int person : List.of(1, 2, 3, 4, 6)) {
            Twin.execute("INSERT INTO " + twin.source + " (id, sfzh, xm) VALUES (" + person + ", '" + citizen(person)
                    + "', '" + name(person) + "')");
        }
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
    }

    private String citizen(int person) {
        var body = String.format("99990119%02d0303%03d", number, 100 + person);
        return body + Mod112.check(body);
    }

    private static String name(int person) {
        return "周远" + "帆航宁安康平".charAt(person - 1);
    }

    private void said(int person, String... fields) {
        said(SINCE, person, fields);
    }

    private void said(LocalDate since, int person, String... fields) {
        var named = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            named.put(fields[i], fields[i + 1]);
        }
        registers.deliver(
                population,
                "public-security",
                Entry.Doer.SYSTEM,
                List.of(new Delivered("R" + number + "-" + person, citizen(person), since, named))
                        .iterator());
    }

    private void calls(int person, String name) throws Exception {
        Twin.execute(
                "UPDATE " + twin.source + " SET xm = '" + name + "', changed = clock_timestamp() WHERE id = " + person);
    }

    private void declare(String finds, String where, String more) throws Exception {
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
                comparison: register-%d
                title: {zh: 人口库核对, en: Names}
                meaning: {zh: 姓名与人口库不同, en: Another name than the register}
                basis: {zh: 《社会救助暂行办法》第五十八条, en: Article 58}
                finds: %s
                about: {flow: %s, key: [cert_no]}
                against: {register: population%s}
                answer: {item: name%s}
                days: 5
                %s
                """.formatted(
                                number,
                                finds,
                                twin.flow.id(),
                                where,
                                finds.equals("differ") && !more.contains("address") ? ", from: name" : "",
                                more),
                UTF_8);
        var reading = ComparisonPacks.readAll(packs);
        assertThat(reading.problems()).isEmpty();
        job = comparisons.declare(reading.jobs().getFirst()).orElseThrow();
    }

    private List<Finding> findings() {
        return comparisons.findings(job, Optional.empty(), Long.MAX_VALUE, 50);
    }

    private List<String> keys() {
        return findings().stream()
                .filter(finding -> finding.state() != State.CLOSED)
                .map(finding -> finding.said().key().getFirst())
                .sorted()
                .toList();
    }

    private ComparisonRun last() {
        return comparisons.runs(job, 1).getFirst();
    }

    @Test
    void whatDiffersFromTheRegisterGoesToItsSourceAndClosesWhenTheRightValueArrived() throws Exception {
        calls(3, "周远凝");
        declare("differ", "", "differ: [{about: name, against: name}]");
        twin.run();

        var finding = findings().getFirst();
        assertThat(findings()).hasSize(1);
        assertThat(finding.state()).isEqualTo(State.SENT);
        assertThat(finding.said().key()).containsExactly(citizen(3));
        assertThat(finding.said().about()).containsEntry("name", "周远凝");
        assertThat(finding.said().against()).containsExactlyEntriesOf(Map.of("name", "周远宁"));
        assertThat(finding.said().origins())
                .containsExactlyEntriesOf(Map.of("name", new Origin("public-security", "2026-03-01")));
        assertThat(last().reach()).isEqualTo(ComparisonRun.Reach.ALL);
        assertThat(last().counts().rows())
                .as("the one nobody knows is no disagreement")
                .hasValue(5);
        var corrections = twin.provider.bean(Corrections.class);
        var open = corrections
                .find(twin.provider.officer(), finding.correction().orElseThrow())
                .orElseThrow();
        assertThat(open.told().expected()).isEqualTo("周远宁");
        assertThat(open.told().why()).isEqualTo("姓名与人口库不同 (人口 · 公安 · 2026-03-01)");
        assertThat(open.due()).isPresent();
        assertThat(kept()).doesNotContain("周远", citizen(3));

        calls(3, "周远宁");
        corrections
                .answer(twin.provider.officer(), open.id(), CorrectionAct.CORRECT, "已改正")
                .orElseThrow();
        twin.run();

        assertThat(findings()).extracting(Finding::state).containsExactly(State.CLOSED);
        assertThat(last().reach()).isEqualTo(ComparisonRun.Reach.CHANGED);
        assertThat(last().counts().touched()).hasValue(1);
        assertThat(last().counts().rows()).hasValue(5);
    }

    private String kept() {
        return twin.provider
                .bean(JdbcClient.class)
                .sql("SELECT string_agg(encode(said, 'escape'), ' ') FROM comparison.finding WHERE job = ?")
                .param(job.code())
                .query(String.class)
                .single();
    }

    @Test
    void whatTheRegisterLearntLaterIsComparedWithWhatIsThere() throws Exception {
        declare("differ", "", "differ: [{about: name, against: name}]");
        twin.run();
        assertThat(findings()).isEmpty();

        said(SINCE.plusMonths(1), 4, "name", "周安");
        settle();
        assertThat(keys()).containsExactly(citizen(4));
        assertThat(findings().getFirst().said().origins().get("name"))
                .isEqualTo(new Origin("public-security", "2026-04-01"));

        said(SINCE.plusMonths(2), 4, "name", name(4));
        settle();
        assertThat(findings()).extracting(Finding::state).containsExactly(State.CLOSED);
        assertThat(comparisons.runs(job, 9))
                .extracting(run -> run.reach())
                .startsWith(ComparisonRun.Reach.CHANGED, ComparisonRun.Reach.CHANGED)
                .endsWith(ComparisonRun.Reach.ALL);
    }

    /** It is compared beside whoever delivered; whoever asks meanwhile waits for it, and else does it. */
    private void settle() {
        var jdbc = StartedPlatform.shared().bean(JdbcClient.class);
        while (jdbc.sql("SELECT wanted FROM comparison.job WHERE code = ?")
                .param(job.code())
                .query(Boolean.class)
                .single()) {
            comparer.compare(job, "test");
        }
    }

    @Test
    void sealedValuesAreComparedAndWhatOnlyOneKnowsIsFound() throws Exception {
        calls(1, "青云路1号");
        calls(2, "青云路1号");
        declare("differ", "", "differ: [{about: name, against: address}]");
        twin.run();
        assertThat(keys())
                .as("all but the first have another address")
                .containsExactly(citizen(2), citizen(3), citizen(4));

        declare("only", "", "");
        comparer.compare(job, "test");
        assertThat(keys()).containsExactly(citizen(6));

        declare("both", ", where: [{column: status, is: [dead]}], show: [status]", "");
        comparer.compare(job, "test");
        assertThat(findings().stream().filter(one -> one.state() != State.CLOSED))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.said().key()).containsExactly(citizen(2));
                    assertThat(one.said().against()).containsExactlyEntriesOf(Map.of("status", "dead"));
                });
    }

    @Test
    void thousandsAreLookedUpAThousandAtOnce() throws Exception {
        calls(3, "周远凝");
        Twin.execute("INSERT INTO " + twin.source + " (id, sfzh, xm) SELECT i, 'D" + number
                + "-' || i, 'x' FROM generate_series(1000, 5200) AS i");
        declare("differ", "", "differ: [{about: name, against: name}]");
        var statements = StatementCount.during(twin::run);

        assertThat(keys()).containsExactly(citizen(3));
        assertThat(last().counts().rows()).hasValue(4206);
        assertThat(statements).isLessThan(120);
    }

    @Test
    void thePagesNameTheRegisterAndWhoseItsValueIs() throws Exception {
        calls(3, "周远凝");
        declare("differ", "", "differ: [{about: name, against: name}]");
        twin.run();
        var finding = findings().getFirst();
        var address = "/desk/comparisons/" + job.code();

        var employer = Employer.at(StartedPlatform.shared(), twin.consumer.organisation());
        var officer = employer.signIn(employer.hires(Compiling.OFFICER));
        assertThat(officer.opens(address).body()).contains("人口", "黄金记录");
        var matrix = officer.opens("/desk/comparisons/registers").body();
        assertThat(matrix).contains("80.0%", "href=\"" + address + "\"", "部门与基础库比对");
        assertThat(officer.opens("/desk/comparisons").body()).contains("/desk/comparisons/registers");
        var page = officer.opens(address + "/" + finding.id()).body();
        assertThat(officer.opens("/desk/corrections/" + finding.correction().orElseThrow())
                        .body())
                .contains("人口 · 公安", "2026-03-01");
        assertThat(page).contains("姓名：公安，2026-03-01 起").doesNotContain("周远宁", citizen(3));
    }
}
