package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.journeys._support.Person;

/** JOURNEY: a supervisor goes from the city's figures to an office, to its late and its pressing cases, to their evidence. */
class LampsJourneyTest {

    @Test
    void everyLampOpensToItsEvidenceAndEveryFigureSaysHowItIsReckoned() {
        try (var supervisor = Person.officer("supervisor")) {
            supervisor.visit("/desk/supervision");
            supervisor.page().locator(".tile details summary").all().forEach(formula -> formula.click());
            assertThat(supervisor.page().locator(".tile details p").allInnerTexts())
                    .as("a formula with every figure")
                    .hasSameSizeAs(supervisor.page().locator(".tile").all())
                    .allSatisfy(formula -> assertThat(formula).isNotBlank());
            supervisor.looksAs("supervision-formulas");
            evidence(supervisor, "red", "超期", "已经超过");
            evidence(supervisor, "yellow", "预警", "还没有到期");
        }
    }

    @Test
    void whatARuleFoundIsOrderedAnsweredAndAcceptedAndItsEvidenceCanBeCheckedByAnybody(@TempDir Path folder) {
        try (var chief = Person.officer("desk-chief");
                var supervisor = Person.officer("supervisor");
                var anybody = Person.anybody()) {
            chief.visit("/desk/supervision/findings?level=yellow").looksAs("findings-own");
            chief.visit("/desk/supervision/findings?level=yellow&rule=overdue");
            chief.click(chief.page().locator("tbody a[href*='/findings/']").last());
            var finding = chief.path();
            supervisor.visit("/desk/supervision/findings").looksAs("findings");
            supervisor.follow("看有哪些规则").looksAs("rules");
            supervisor.visit(finding).looksAs("finding");
            checked(supervisor, anybody, folder.resolve("evidence.pdf"));

            supervisor.follow("发督办单").looksAs("order-new");
            supervisor.pressMain();
            assertThat(supervisor.text()).contains("请写明内容再提交");
            supervisor.answer("words", "请说明原因，并告知申请人。").pressMain();
            var order = supervisor.path();
            assertThat(supervisor.text()).contains("督办单", "待答复", "发出督办单");
            supervisor.looksAs("order");

            chief.visit(order).looksAs("order-to-answer");
            chief.answer("words", "已经核实，当天人员调整，今后逐件交接。").pressMain();
            assertThat(chief.text()).contains("待审核");
            supervisor.visit(order).looksAs("order-to-judge");
            supervisor.press("认可，结束督办");
            assertThat(supervisor.text()).contains("已办结", "认可答复，督办结束");
            supervisor.visit("/desk/supervision/orders").looksAs("orders");
        }
    }

    @Test
    void everyScoreOpensToTheRowsItCameFrom() {
        try (var supervisor = Person.officer("supervisor")) {
            supervisor
                    .page()
                    .waitForCondition(
                            () -> {
                                supervisor.visit("/desk/evaluation");
                                return supervisor
                                                .page()
                                                .locator("tbody a[href*='/organisation/']")
                                                .count()
                                        > 0;
                            },
                            new Page.WaitForConditionOptions().setTimeout(90_000));
            supervisor.looksAs("evaluation");
            supervisor.click(supervisor
                    .page()
                    .locator("tbody a[href*='/organisation/']")
                    .filter(new Locator.FilterOptions().setHasText("云阳区市场监督管理局"))
                    .first());
            assertThat(supervisor.text()).contains("按时办结率", "总分", "权重");
            supervisor.looksAs("evaluation-sheet");
            supervisor.click("a[href*='/cases_ended']");
            supervisor.looksAs("evaluation-rows");
            assertThat(supervisor
                            .page()
                            .locator("tbody a[href*='/desk/cases/']")
                            .count())
                    .isPositive();
            supervisor.visit("/desk/evaluation/scheme").looksAs("evaluation-scheme");
            supervisor.visit("/desk/evaluation/online").looksAs("evaluation-online");
            appealsOf(supervisor);
        }
        try (var chief = Person.officer("desk-chief")) {
            chief.visit("/desk/evaluation/scheme");
            chief.click("tbody a");
            chief.click("tbody a[href*='/organisation/']");
            chief.click("a[href$='/appeal']");
            assertThat(chief.text()).contains("申诉理由", "提交申诉");
            chief.looksAs("evaluation-appeal-form");
            penalties(chief);
        }
    }

    /** The demo left this office two decisions to publish. */
    private static void penalties(Person chief) {
        chief.visit("/desk/publicity").looksAs("penalties");
        chief.click(chief.page()
                        .locator("tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("没有公示"))
                        .locator("a")
                        .first())
                .looksAs("penalty");
        chief.follow("更正").looksAs("penalty-to-correct");
        chief.visit("/desk/publicity/take").looksAs("penalties-take");
        chief.visit("/desk/publicity/new").looksAs("penalty-new");
    }

    /** The demo raises them as soon as its past is frozen. */
    private static void appealsOf(Person supervisor) {
        supervisor
                .page()
                .waitForCondition(
                        () -> {
                            supervisor.visit("/desk/evaluation/appeals");
                            return supervisor
                                            .page()
                                            .locator("tbody a[href*='/appeals/SS-']")
                                            .count()
                                    > 1;
                        },
                        new Page.WaitForConditionOptions().setTimeout(90_000));
        assertThat(supervisor.text()).contains("申诉成立，已经更正", "等待监察部门答复");
        supervisor.looksAs("evaluation-appeals");
        supervisor.click("tbody a[href*='/appeals/SS-']");
        supervisor.looksAs("evaluation-appeal");
    }

    /** The file as it was exported agrees with the journal; with one byte changed it does not, and it is told where. */
    private static void checked(Person supervisor, Person anybody, Path file) {
        var download = supervisor
                .page()
                .waitForDownload(() -> supervisor
                        .page()
                        .evaluate("address => { location.href = address }", supervisor.path() + "/evidence.pdf"));
        download.saveAs(file);
        check(anybody, file);
        assertThat(anybody.text()).contains("与审计日志完全一致");
        anybody.looksAs("evidence-whole");
        change(file);
        check(anybody, file);
        assertThat(anybody.text()).contains("与审计日志不一致", "从来没有导出过", "给人看的页面");
        anybody.looksAs("evidence-changed");
    }

    private static void check(Person anybody, Path file) {
        anybody.visit("/evidence/check");
        anybody.page().locator("input[type=file]").setInputFiles(file);
        anybody.pressMain();
    }

    /** The title of the first page in letters of another size. */
    private static void change(Path file) {
        try {
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            Files.writeString(file, text.replaceFirst("/F1 18 Tf", "/F1 19 Tf"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The city always has both lamps, whatever day it was loaded on. */
    private static void evidence(Person supervisor, String lamp, String word, String why) {
        supervisor.visit("/desk/supervision").looksAs("supervision");
        var office = supervisor.page().locator("tbody a[href*='organisation='][href*='lamp=" + lamp + "']");
        assertThat(office.count()).as("offices with a lamp that is %s", lamp).isPositive();
        supervisor.click(office.first());
        assertThat(supervisor.page().locator("tbody tr").first().innerText()).contains(word);
        supervisor.looksAs("clocks-" + lamp);
        supervisor.click("tbody a");
        assertThat(supervisor.text()).contains(word, why, "怎样算出来的", "依据的事件");
        supervisor.looksAs("evidence-" + lamp);
        supervisor.follow("打开办件");
        assertThat(supervisor.text()).contains("办理经过");
        supervisor.looksAs("case-" + lamp);
    }
}
