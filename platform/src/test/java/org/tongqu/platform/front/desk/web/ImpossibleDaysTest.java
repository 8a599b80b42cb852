package org.tongqu.platform.front.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: a day that does not exist is named beside its field, and the list says what it shows. */
class ImpossibleDaysTest {

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Employer employer = Employer.at(platform, "11110105MB0P0007XX");

    @ParameterizedTest
    @CsvSource({
        "acceptor, /desk/inbox?due=2026-02-30",
        "supervisor, /desk/supervision?since=2026-02-30",
        "supervisor, /desk/supervision/clocks?until=2026-02-30",
        "auditor, /desk/admin/journal?since=2026-02-30"
    })
    void aDayThatDoesNotExistIsSaidBesideItsField(String role, String address) {
        var page = employer.signIn(employer.hires(role)).opens(address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("没有“2026-02-30”这一天", "aria-invalid=\"true\"");
    }

    @ParameterizedTest
    @CsvSource({"acceptor, /desk/inbox?due=2026-11-30", "auditor, /desk/admin/journal?since=2026-11-01"})
    void aDayThatExistsIsNotComplainedOf(String role, String address) {
        assertThat(employer.signIn(employer.hires(role)).opens(address).body()).doesNotContain("这一天", "aria-invalid");
    }
}
