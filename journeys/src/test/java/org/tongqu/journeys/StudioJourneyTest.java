package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tongqu.journeys._support.Person;

/** JOURNEY: a designer tries a changed process on the cases of the last months before anybody publishes it. */
class StudioJourneyTest {

    private static final String PACK = "market-regulation/company-registration";
    private static final Path PROCESS = Path.of("..", "packs", PACK, "process", "registration.bpmn");

    @Test
    void aChangedProcessIsTriedOnWhatWasAndItsCasesAreOpened() throws IOException {
        var bpmn = Files.readString(PROCESS);
        try (var designer = Person.officer("pack-designer");
                var supervisor = Person.officer("supervisor")) {
            designer.visit("/desk/studio");
            assertThat(designer.text()).contains("服务设计室", "企业设立登记");
            designer.looksAs("studio");
            designer.visit("/desk/studio/rehearsals/new?pack=" + PACK).looksAs("studio-new");

            sends(designer, bpmn.replace("role:acceptor", "role:nobody"));
            assertThat(designer.text()).contains("没有开始试算", "检查结果", "registration.bpmn");
            designer.looksAs("studio-new-with-problems");

            sends(designer, otherResults(bpmn));
            complete(designer);
            assertThat(designer.text()).contains("总的情况", "结果不同", "在办的件不受影响");
            designer.looksAs("studio-rehearsal");
            var page = designer.path();
            designer.visit("/desk/studio/rehearsals").looksAs("studio-rehearsals");

            supervisor.visit(page + "?view=otherwise");
            supervisor.click("tbody a[href*='/desk/cases/']");
            assertThat(supervisor.path()).startsWith("/desk/cases/");
        }
    }

    private static void sends(Person designer, String bpmn) {
        designer.page()
                .locator("input[name=files]")
                .setInputFiles(
                        new FilePayload("registration.bpmn", "application/xml", bpmn.getBytes(StandardCharsets.UTF_8)));
        designer.pressMain();
    }

    /** Two results change their names. */
    private static String otherResults(String bpmn) {
        return bpmn.replace("tongqu:result=\"refused\"", "tongqu:result=\"?\"")
                .replace("tongqu:result=\"rejected\"", "tongqu:result=\"refused\"")
                .replace("tongqu:result=\"?\"", "tongqu:result=\"rejected\"");
    }

    /** The page opens itself again until every case was looked at. */
    private static void complete(Person designer) {
        designer.page()
                .waitForCondition(
                        () -> designer.text().contains("每一件都看过了"),
                        new Page.WaitForConditionOptions().setTimeout(120_000));
    }
}
