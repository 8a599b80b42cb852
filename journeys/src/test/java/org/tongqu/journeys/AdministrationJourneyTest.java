package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongqu.journeys._support.Person;

/** JOURNEY: those who administer the platform, each behind their own power, and the word that reaches people. */
class AdministrationJourneyTest {

    @Test
    void eachAdministratorSeesTheirOwnPagesAndNobodyElses() {
        try (var system = Person.officer("system-administrator")) {
            system.visit("/desk/admin/organisations").looksAs("admin-organisations");
            listAndOne(system, "accounts");
        }
        try (var security = Person.officer("security-administrator")) {
            listAndOne(security, "roles");
        }
        try (var auditor = Person.officer("auditor")) {
            auditor.visit("/desk/admin/journal").looksAs("admin-journal");
            auditor.visit("/desk/admin/roles");
            assertThat(auditor.page().locator("main h1").innerText()).isNotBlank();
            auditor.looksAs("admin-not-yours");
        }
    }

    @Test
    void noticesAndTheCalendarAreLookedAtToo() {
        try (var citizen = Person.citizen("19900060017")) {
            citizen.visit("/my/notices").looksAs("my-notices");
            assertThat(citizen.path()).isEqualTo("/my/notices");
        }
        try (var officer = Person.officer("acceptor")) {
            officer.visit("/desk/notices").looksAs("desk-notices");
            officer.visit("/desk/calendar").looksAs("desk-calendar");
            assertThat(officer.path()).isEqualTo("/desk/calendar");
        }
    }

    private static void listAndOne(Person officer, String what) {
        officer.visit("/desk/admin/" + what).looksAs("admin-" + what);
        officer.page()
                .locator("tbody a[href^='/desk/admin/" + what + "/']")
                .first()
                .click();
        assertThat(officer.path()).startsWith("/desk/admin/" + what + "/");
        officer.looksAs("admin-" + what + "-one");
    }
}
