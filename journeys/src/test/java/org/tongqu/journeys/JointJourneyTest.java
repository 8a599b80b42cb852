package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tongqu.journeys._support.Desk;
import org.tongqu.journeys._support.Founding;
import org.tongqu.journeys._support.Person;

/** JOURNEY: one form sets up a company; after the registration five bodies work on it at the same time. */
@ResourceLock("citizen 19900060017")
class JointJourneyTest {

    private static final String CITIZEN = "19900060017";
    private static final String PROJECT = "云州市并行时光智造产业园一期";
    private static final String FIRM = "云州市并行时光文化传播有限公司";

    @Test
    void sixBodiesHandleOneApplicationAndNobodyWaitsForAnother() {
        var receipt = handedIn();
        Desk.decide("acceptor", receipt, "accept", "");
        Desk.decide("reviewer", receipt, "pass", "");
        Desk.decide("decider", receipt, "approve", "");

        taxDecides(receipt);
        supervisorSeesTheSteps();
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit("/my/cases/" + receipt);
            assertThat(citizen.text()).contains("并联办理").contains("已办结 1 个").contains("现在等的是");
            citizen.looksAs("my-case-joint");
        }
        for (var body : List.of("police", "social", "fund", "bank")) {
            Desk.decide(body + "-officer", receipt, "finish", "");
        }
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit("/my/cases/" + receipt);
            assertThat(citizen.text()).contains("全部办结").contains("已办结 5 个");
        }
    }

    @Test
    void manyBodiesPermitOneProjectStageByStageAndEachSignsItsOwnPermit() {
        String receipt;
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit(Founding.SERVICE_STAGED).looksAs("guide-stages");
            receipt = Founding.project(PROJECT).handIn(citizen);
        }
        Desk.decide("planning-window", receipt, "accept", "");
        Desk.decide("planning-officer", receipt, "pass", "");
        Desk.decide("planning-chief", receipt, "approve", "");

        try (var officer = Person.officer("planning-officer")) {
            Desk.open(officer, receipt).looksAs("desk-stages");
        }
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit("/my/cases/" + receipt);
            assertThat(citizen.text())
                    .contains("立项用地规划许可")
                    .contains("竣工验收")
                    .contains("已办结 1 个")
                    .contains("关键路径")
                    .contains("准予许可")
                    .contains("查看证照");
            citizen.looksAs("my-case-stages");
        }
    }

    private static String handedIn() {
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit(Founding.SERVICE_TOGETHER).looksAs("guide-joint");
            return Founding.together(FIRM).handIn(citizen);
        }
    }

    private static void taxDecides(String receipt) {
        try (var tax = Person.officer("tax-officer")) {
            Desk.open(tax, receipt).press("签收").looksAs("desk-joint");
            Desk.opine(tax, "finish", "");
            assertThat(tax.text()).contains("意见已提交");
        }
    }

    private static void supervisorSeesTheSteps() {
        try (var supervisor = Person.officer("supervisor")) {
            supervisor.visit("/desk/supervision/clocks?clock=step").looksAs("clocks-steps");
            supervisor.click("tbody a[href*='/desk/supervision/clocks/']").looksAs("evidence-step");
            assertThat(supervisor.text()).contains("环节开始");
        }
    }
}
