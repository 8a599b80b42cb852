package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tongqu.journeys._support.Founding;
import org.tongqu.journeys._support.Person;

/**
 * JOURNEY: a designer changes a process in the drawing, is told of a mistake while making it, hands it on; somebody else sees
 * what differs and approves it, and what is begun from then on runs by it.
 */
@ResourceLock("citizen 19900060008")
class ProcessJourneyTest {

    private static final String LIST = "/desk/studio/processes";
    private static final String PROCESS = LIST + "/market-regulation/company-registration/registration";
    private static final String PROBLEMS = "() => document.querySelectorAll('#studio-problems li').length %s";

    @Test
    void aProcessIsDrawnCheckedApprovedByAnotherAndInUse() {
        try (var designer = Person.officer("process-drafter");
                var approver = Person.officer("process-approver");
                var citizen = Person.citizen("19900060008")) {
            designer.visit(LIST).looksAs("processes");
            designer.visit(PROCESS).looksAs("process");
            designer.press("起草修改");
            var page = designer.page();
            page.waitForSelector("#studio[data-ready=true]");
            designer.looksAs("process-draft");

            limited(page, "很快");
            page.waitForFunction(PROBLEMS.formatted("> 0"));
            assertThat(page.locator("#studio-problems").innerText()).contains("verify", "很快");
            page.locator("#studio-problems button").first().click();
            assertThat(page.locator("#studio-chosen").inputValue()).isEqualTo("verify");
            designer.looksAs("process-problem");
            limited(page, "2 working days");
            page.waitForFunction(PROBLEMS.formatted("=== 0"));

            designer.answer("note", "核验批准文件的时限放宽到两个工作日").press("送审");
            assertThat(designer.text()).contains("已送审", "待审定");

            approver.visit(PROCESS + "/draft");
            assertThat(approver.text()).contains("核验批准文件的时限放宽到两个工作日", "2 working days");
            approver.looksAs("process-review");
            approver.press("审定并发布");
            assertThat(approver.text()).contains("已发布");

            Founding.of("云州市青松图纸设计有限公司").handIn(citizen);
            approver.visit(PROCESS);
            var version = page(approver).locator("a[href*='/versions/']").first();
            var number = version.innerText();
            assertThat(page(approver)
                            .locator("section[aria-labelledby=cases-title]")
                            .innerText())
                    .contains(number);
            approver.click(version);
            assertThat(approver.text()).contains("2 working days");
            approver.looksAs("process-version");
        }
    }

    private static Page page(Person person) {
        return person.page();
    }

    private static void limited(Page page, String limit) {
        page.selectOption("#studio-chosen", "verify");
        var field = page.getByLabel("环节时限");
        field.fill(limit);
        field.press("Tab");
    }

    @Test
    void withoutScriptsTheSameDraftIsAText() {
        try (var designer = Person.withoutScripts().signIn("/desk/sign-in", "process-drafter")) {
            designer.visit(LIST);
            designer.click(designer.page()
                    .locator("tbody a[href*='/natural-resources/']")
                    .last());
            var process = designer.path();
            designer.press("起草修改");
            var text = designer.page().locator("textarea[name=xml]");
            assertThat(text.inputValue()).contains("<bpmn:process");
            designer.answer("xml", text.inputValue().replace("</bpmn:process>", ""))
                    .press("检查");
            assertThat(designer.text()).contains("已检查，没有保存", "第 ");
            designer.visit(process + "/draft").press("放弃这份草稿");
            assertThat(designer.text()).contains("已放弃这份草稿");
        }
    }
}
