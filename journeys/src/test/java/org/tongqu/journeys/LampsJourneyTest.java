package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

    /** The city always has both lamps, whatever day it was loaded on. */
    private static void evidence(Person supervisor, String lamp, String word, String why) {
        supervisor.visit("/desk/supervision").looksAs("supervision");
        var office = supervisor.page().locator("tbody a[href*='organisation='][href*='lamp=" + lamp + "']");
        assertThat(office.count()).as("offices with a lamp that is %s", lamp).isPositive();
        office.first().click();
        assertThat(supervisor.page().locator("tbody tr").first().innerText()).contains(word);
        supervisor.looksAs("clocks-" + lamp);
        supervisor.page().locator("tbody a").first().click();
        assertThat(supervisor.text()).contains(word, why, "怎样算出来的", "依据的事件");
        supervisor.looksAs("evidence-" + lamp);
        supervisor.follow("打开办件");
        assertThat(supervisor.text()).contains("办理经过");
        supervisor.looksAs("case-" + lamp);
    }
}
