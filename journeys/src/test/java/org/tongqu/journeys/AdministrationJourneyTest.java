package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tongqu.journeys._support.Person;

/** JOURNEY: three administrators keep the platform, each their own third of it, and people read what they were told. */
@ResourceLock("citizen 19900060008")
class AdministrationJourneyTest {

    @Test
    void theSystemAdministratorKeepsOfficesAccountsAndTheCalendar() {
        try (var administrator = Person.officer("system-administrator")) {
            administrator.visit("/desk/admin/organisations").looksAs("admin-organisations");
            administrator.visit("/desk/admin/accounts").looksAs("admin-accounts");
            first(administrator, "/desk/admin/accounts/");
            assertThat(administrator.path()).startsWith("/desk/admin/accounts/");
            administrator.looksAs("admin-account");
            administrator.visit("/desk/admin/new-account").looksAs("admin-new-account");
            administrator.page().locator("select[name='organisation']").selectOption(new SelectOption().setIndex(1));
            administrator.click(".filters button");
            assertThat(administrator.text()).contains("岗位", "人员编号", "开通账号");
            administrator.looksAs("admin-new-account-of-office");
            administrator.visit("/desk/calendar").looksAs("calendar");
        }
    }

    @Test
    void theSecurityAdministratorGivesAndTakesRoles() {
        try (var administrator = Person.officer("security-administrator")) {
            administrator.visit("/desk/admin/roles").looksAs("admin-roles");
            first(administrator, "/desk/admin/roles/");
            assertThat(administrator.path()).startsWith("/desk/admin/roles/");
            administrator.looksAs("admin-roles-of-one");
        }
    }

    @Test
    void theAuditorReadsTheJournalAndProvesItWhole() {
        try (var auditor = Person.officer("auditor")) {
            auditor.visit("/desk/admin/journal").looksAs("admin-journal");
            auditor.press("验证日志链").looksAs("admin-journal-proved");
            assertThat(auditor.text()).contains("日志链完整");
            auditor.visit("/desk/admin/roles").looksAs("admin-not-yours");
            assertThat(auditor.page().locator("tbody").count()).isZero();
        }
    }

    @Test
    void peopleReadWhatTheyWereTold() {
        try (var citizen = Person.citizen("19900060008");
                var officer = Person.officer("acceptor")) {
            citizen.visit("/my/notices").looksAs("notices");
            officer.visit("/desk/notices").looksAs("desk-notices");
            assertThat(citizen.path()).isEqualTo("/my/notices");
            assertThat(officer.path()).isEqualTo("/desk/notices");
        }
    }

    private static void first(Person person, String under) {
        person.click("main a[href^='" + under + "']");
    }
}
