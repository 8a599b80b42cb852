package org.tongqu.platform.matter.publicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.supervision.Level;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.publicity.TakeRefusal.Fault;
import org.tongqu.platform.matter.supervision.FindingFilter;
import org.tongqu.platform.matter.supervision.FindingRow;
import org.tongqu.platform.matter.supervision.Findings;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.SheetWriter;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: an office hands in its penalty decisions as a table; credit is repaired, and everybody sees what was put right. */
class PenaltyTableTest {

    private static final List<String> HEAD = List.of(
            "CF_WSH",
            "CF_XDR_MC",
            "行政相对人类别",
            "CF_XDR_SHXYM",
            "CF_XDR_ZJHM",
            "CF_WFXW",
            "CF_SY",
            "CF_YJ",
            "CF_CFLB",
            "CF_NR",
            "CF_NR_FK",
            "CF_JDRQ",
            "CF_GSJZQ",
            "CF_CFJGDM",
            "CF_NR_ZKDX",
            "BZ");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Town town = Town.fresh();
    private final Penalties penalties = town.bean(Penalties.class);
    private final PenaltyTable table = town.bean(PenaltyTable.class);
    private final SignedIn.Officer chief = town.officer("chief", Set.of("desk-chief"));
    private final LocalDate today = LocalDate.ofInstant(town.bean(Clock.class).instant(), WorkingCalendar.ZONE);
    private final String violation = "无证经营" + COUNT.incrementAndGet() + "号";

    private List<String> firm(String number, LocalDate on) {
        return List.of(
                number,
                "云州市测试有限公司",
                "法人及非法人组织",
                town.office().code(),
                "",
                violation,
                "没有许可证",
                "《某法》第一条",
                "警告；罚款",
                "罚款",
                "1.50",
                on.toString(),
                "",
                town.office().code(),
                "许可证 1 号",
                "无");
    }

    private List<String> person(String number, LocalDate on) {
        return List.of(
                number,
                "欧阳小明",
                "自然人",
                "",
                "11010519491231002X",
                violation,
                "没有许可证",
                "《某法》第一条",
                "警告",
                "警告",
                "0",
                String.format("%d年%d月%d日", on.getYear(), on.getMonthValue(), on.getDayOfMonth()),
                on.plusMonths(3).toString(),
                "",
                "",
                "");
    }

    @SafeVarargs
    private static byte[] sheet(SheetForm form, List<String>... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = SheetWriter.to(form, out, "CF")) {
            for (var row : rows) {
                sheet.line(row);
            }
        }
        return out.toByteArray();
    }

    private Taken taken(byte[] file) {
        return table.take(chief, file).orElseThrow();
    }

    private List<Fault> faults(byte[] file) {
        return table.take(chief, file)
                .fold(
                        done -> List.of(),
                        why -> why instanceof TakeRefusal.Faulty(var faults, var more) ? faults : List.of());
    }

    private List<Penalty> all() {
        return penalties.list(chief, Optional.empty()).rows();
    }

    @Test
    void aTableIsTakenMaskedWithAllItSaysAndASecondTimeNothingIsRegisteredTwice() throws IOException {
        var file = sheet(SheetForm.XLSX, HEAD, firm("罚表甲", today.minusDays(2)), person("罚表乙", today.minusDays(1)));

        assertThat(taken(file)).isEqualTo(new Taken(2, 0, 0));

        assertThat(all())
                .extracting(
                        one -> one.decided().number(),
                        one -> one.decided().subject().name(),
                        one -> one.decided().ruling().severity(),
                        one -> one.decided().ruling().fine().map(BigDecimal::stripTrailingZeros))
                .containsExactlyInAnyOrder(
                        tuple("罚表甲", "云州市测试有限公司", Penalty.Severity.GENERAL, Optional.of(new BigDecimal("1.5"))),
                        tuple("罚表乙", "欧**明", Penalty.Severity.MINOR, Optional.empty()));
        assertThat(all())
                .filteredOn(one -> one.decided().number().equals("罚表甲"))
                .first()
                .satisfies(
                        one -> assertThat(one.decided().also()).isEqualTo(Map.of("CF_NR_ZKDX", "许可证 1 号", "BZ", "无")));
        assertThat(town.bean(JdbcClient.class)
                        .sql("SELECT string_agg(p::text, '') FROM publicity.penalty p")
                        .query(String.class)
                        .single())
                .doesNotContain("11010519491231002X");
        assertThat(taken(file)).isEqualTo(new Taken(0, 0, 2));
        assertThat(all()).hasSize(2);
        assertThat(town.bean(Journal.class)
                        .entries(new Entry.Subject("penalty", all().getFirst().id())))
                .extracting(one -> one.entry().verb())
                .containsExactly("publicity.register");
    }

    @Test
    void whatIsNotPublishedInTimeIsFoundAsIfItHadBeenTyped() throws IOException {
        taken(sheet(SheetForm.CSV, HEAD, firm("罚表迟", today.minusDays(30))));

        var late = town.bean(Findings.class)
                .page(
                        chief,
                        FindingFilter.between(today.minusYears(1), today.plusYears(1))
                                .by("unpublished-penalty"),
                        Optional.empty())
                .rows();

        assertThat(late)
                .extracting(one -> one.matter().receipt(), FindingRow::level)
                .containsExactly(tuple("罚表迟", Level.RED));
    }

    @Test
    void everyWrongCellIsToldByRowAndColumnAndNothingIsTaken() throws IOException {
        var good = firm("罚表好", today.minusDays(1));
        var wrong = List.of(
                "罚表坏",
                "云州市测试有限公司",
                "神仙",
                "123",
                "",
                violation,
                "",
                "《某法》第一条",
                "警告；流放",
                "罚款",
                "很多",
                "昨天",
                "",
                "11110105MB0P0000XX",
                "",
                "");
        var late = firm("罚表未来", today.plusDays(3));
        var twice = firm("罚表好", today.minusDays(1));

        assertThat(faults(sheet(SheetForm.CSV, HEAD, good, wrong, late, twice)))
                .extracting(Fault::row, Fault::column, Fault::code, Fault::kind)
                .containsExactlyInAnyOrder(
                        tuple(3, "C", "CF_XDR_LB", "no-kind"),
                        tuple(3, "I", "CF_CFLB", "no-sort"),
                        tuple(3, "K", "CF_NR_FK", "amount"),
                        tuple(3, "L", "CF_JDRQ", "day"),
                        tuple(3, "N", "CF_CFJGDM", "other-office"),
                        tuple(4, "L", "CF_JDRQ", "future"),
                        tuple(5, "A", "CF_WSH", "twice"));
        assertThat(all()).isEmpty();
        var unknown = List.of("CF_WSH", "月亮");
        assertThat(faults(sheet(SheetForm.CSV, unknown, List.of("1", "2"))))
                .extracting(Fault::column, Fault::kind)
                .contains(tuple("B", "unknown-column"), tuple("", "column-missing"));
        assertThat(table.take(town.officer("clerk", Set.of("acceptor")), sheet(SheetForm.CSV, HEAD, good)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(TakeRefusal.MayNot.class));
    }

    @Test
    void whatIsKnownOtherwiseIsToldAndLeftAlone() throws IOException {
        taken(sheet(SheetForm.CSV, HEAD, firm("罚表同", today.minusDays(1))));
        var other = firm("罚表同", today.minusDays(2));

        assertThat(faults(sheet(SheetForm.CSV, HEAD, firm("罚表新", today.minusDays(1)), other)))
                .extracting(Fault::row, Fault::column, Fault::kind)
                .containsExactly(tuple(3, "A", "otherwise"));
        assertThat(all()).extracting(one -> one.decided().number()).containsExactly("罚表同");
    }

    @Test
    void creditIsRepairedAfterTheLeastTimeAndTheTableDoesNotBringItBack() throws IOException {
        var file = sheet(SheetForm.CSV, HEAD, firm("罚表复", today.minusDays(200)));
        taken(file);
        var id = all().getFirst().id();
        assertThat(penalties.repair(chief, id, "已整改")).isInstanceOf(Outcome.Refused.class);
        penalties.publish(chief, id).orElseThrow();
        assertThat(penalties.repair(chief, id, "已整改"))
                .isEqualTo(Outcome.refused(new PenaltyRefusal.TooEarly(today.plusMonths(3))));
        town.bean(JdbcClient.class)
                .sql(
                        "UPDATE publicity.penalty SET published_at = published_at - interval '4 months' WHERE id = ?::uuid")
                .param(id)
                .update();

        var repaired = penalties.repair(chief, id, "已整改").orElseThrow();

        assertThat(penalties.state(repaired)).isEqualTo(Penalty.State.WITHDRAWN);
        assertThat(penalties.findPublished(id)).isEmpty();
        assertThat(faults(file)).extracting(Fault::kind).containsExactly("repaired");
        assertThat(town.bean(Journal.class).entries(new Entry.Subject("penalty", id)))
                .extracting(one -> one.entry().verb())
                .containsExactly("publicity.register", "publicity.publish", "publicity.repair");
    }

    @Test
    void fromTheTableToThePublicPageAndItsCorrection() throws IOException {
        var employer = Employer.at(StartedPlatform.shared(), "11110105MB0P0089XX");
        var office = employer.signIn(employer.hires("desk-chief"));
        var anybody = StartedPlatform.shared().visitor();
        assertThat(office.opens("/desk/publicity").body()).contains("/desk/publicity/take");
        assertThat(anybody.opens("/desk/publicity/take").at().getPath()).isEqualTo("/desk/sign-in");
        assertThat(office.opens("/desk/publicity/template.csv").body()).contains("CF_WSH", "CF_GSJZQ", "行政处罚决定书文号");
        keep("take", office.opens("/desk/publicity/take").body());
        var row = person("罚表页" + violation, today.minusDays(1));
        var bad = office.sendsFile(
                "/desk/publicity/take", "file", "坏.csv", "CF_WSH\n1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body()).contains("一行也没有收", "CF_WFXW", "缺少这一列");
        keep("faulty", bad.body());

        var done = office.sendsFile("/desk/publicity/take", "file", "表.xlsx", sheet(SheetForm.XLSX, HEAD, row));
        assertThat(done.body()).contains("导入完成", "新登记 1 份");
        var list = office.opens("/desk/publicity").body();
        var file = "/desk/publicity/" + list.replaceAll("(?s).*?/desk/publicity/([0-9a-f-]{36}).*", "$1");
        assertThat(office.sends(file + "/publish", Map.of()).body()).contains("公示中", "最早可以信用修复");
        var known = penalties
                .findPublished(file.substring("/desk/publicity/".length()))
                .orElseThrow()
                .decided();
        var fields = Map.ofEntries(
                Map.entry("number", "罚表页" + violation),
                Map.entry("on", today.minusDays(1).toString()),
                Map.entry("kind", "person"),
                Map.entry("name", "欧**明"),
                Map.entry("code", known.subject().code()),
                Map.entry("violation", violation),
                Map.entry("facts", "更正后的事实"),
                Map.entry("basis", "《某法》第一条"),
                Map.entry("sorts", "warning"),
                Map.entry("content", "警告"),
                Map.entry("severity", "minor"),
                Map.entry("why", "笔误"));
        assertThat(office.sends(file + "/correct", fields).body()).contains("已经更正", "笔误");
        var page = file.replace("/desk/publicity/", "/publicity/penalties/");
        assertThat(anybody.opens(page).body()).contains("更正后的事实", "笔误");
        keep("file", office.opens(file).body());
        assertThat(office.sends(file + "/withdraw", Map.of("why", "已整改", "how", "repaired"))
                        .body())
                .contains("已经停止公示", "信用修复");
        var gone = anybody.opens(page);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.body()).contains("已不再公示", "已整改").doesNotContain("欧**明", "更正后的事实");
        keep("gone", gone.body());
    }

    /** To be looked at. */
    private static void keep(String name, String page) throws IOException {
        var path = Path.of("target", "pages", "publicity-" + name + ".html");
        Files.createDirectories(path.getParent());
        Files.writeString(path, page);
    }
}
