package org.tongqu.journeys._support;

import static org.assertj.core.api.Assertions.assertThat;

/** What officers do to a case at the desk. */
public final class Desk {

    private Desk() {}

    /** Finds the case by its receipt, in whatever state it is. */
    public static Person open(Person officer, String receipt) {
        if (!officer.isAsked("q")) {
            officer.visit("/desk/inbox");
        }
        officer.page().locator("#desk-search").fill(receipt);
        officer.page().locator("#desk-search").press("Enter");
        assertThat(officer.path()).startsWith("/desk/cases/");
        return officer;
    }

    /** Takes the case and gives an opinion on it. */
    public static void decide(String name, String receipt, String outcome, String reason) {
        try (var officer = Person.officer(name)) {
            open(officer, receipt).press("签收");
            opine(officer, outcome, reason);
            assertThat(officer.text()).contains("意见已提交");
        }
    }

    /** Gives an opinion on the case that is open and taken. */
    public static void opine(Person officer, String outcome, String reason) {
        officer.answer("outcome", outcome).answer("reason", reason).press("提交意见");
    }
}
