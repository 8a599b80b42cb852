package org.tongqu.platform.trust.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust._support.Employer.Worker;
import org.tongqu.platform.trust.access.RoleGrants.Change;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.RoleRefusal;
import org.tongqu.platform.trust.identity.LockRefusal;
import org.tongqu.platform.trust.identity.SignedIn.Officer;
import org.tongqu.platform.trust.identity.StaffAccounts;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;
import org.tongqu.platform.trust.journal.Search;
import org.tongqu.platform.trust.journal.Verdict;

/** FEATURE: system, security and audit are in three hands; none of them can do what the others do. */
class AdministratorsApartTest {

    private static final Search EVERYTHING = new Search(
            Optional.empty(), Optional.empty(), Optional.empty(), Instant.EPOCH, Instant.MAX.minusSeconds(1));

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Employer employer = Employer.at(platform, "11110105MB0P0002XX");
    private final RoleGrants grants = platform.bean(RoleGrants.class);
    private final StaffAccounts accounts = platform.bean(StaffAccounts.class);
    private final Audit audit = platform.bean(Audit.class);
    private final Directory directory = platform.bean(Directory.class);

    @ParameterizedTest
    @CsvSource({
        "system-administrator, security-administrator",
        "system-administrator, auditor",
        "security-administrator, auditor",
        "auditor, system-administrator",
        "auditor, desk-chief",
        "supervisor, security-administrator"
    })
    void noOnePersonHoldsAnAdministratorsRoleBesideAnother(String held, String wanted) {
        var person = employer.hires(held);

        var refused = grants.grant(acting("security-administrator"), new Change(person.staff(), wanted, "试"));

        assertThat(refused).contains(new GrantRefusal.ByDirectory(new RoleRefusal.HeldApart(Set.of(held))));
        assertThat(directory.staff(person.staff()).roles()).containsExactly(held);
    }

    @Test
    void theStoreItselfKeepsThemApart() {
        var person = employer.hires("system-administrator");

        assertThatThrownBy(() -> platform.database()
                        .asApplication()
                        .sql("INSERT INTO directory.staff_role (staff, role) VALUES (?, 'auditor')")
                        .param(person.staff())
                        .update())
                .rootCause()
                .hasMessageContaining("administrators_apart");
    }

    @Test
    void otherRolesGoTogether() {
        var person = employer.hires("desk-chief");

        assertThat(grants.grant(acting("security-administrator"), new Change(person.staff(), "supervisor", "试")))
                .isEmpty();
        assertThat(directory.staff(person.staff()).roles()).containsExactlyInAnyOrder("desk-chief", "supervisor");
    }

    @ParameterizedTest
    @CsvSource({"system-administrator", "auditor", "supervisor", "desk-chief"})
    void onlyTheSecurityAdministratorGivesAndTakesRoles(String role) {
        var person = employer.hires("desk-chief");
        var no = Optional.of(new GrantRefusal.NotTheSecurityAdministrator());

        assertThat(grants.grant(acting(role), new Change(person.staff(), "supervisor", "试")))
                .isEqualTo(no);
        assertThat(grants.revoke(acting(role), new Change(person.staff(), "desk-chief", "试")))
                .isEqualTo(no);
        assertThat(directory.staff(person.staff()).roles()).containsExactly("desk-chief");
    }

    @ParameterizedTest
    @CsvSource({"security-administrator", "auditor", "supervisor", "desk-chief"})
    void onlyTheSystemAdministratorLocksAndUnlocks(String role) {
        var person = employer.hires();
        var no = Optional.of(new LockRefusal.NotTheSystemAdministrator());

        assertThat(accounts.lock(acting(role), person.staff(), "试")).isEqualTo(no);
        assertThat(accounts.unlock(acting(role), person.staff(), "试")).isEqualTo(no);
    }

    @ParameterizedTest
    @CsvSource({"system-administrator", "security-administrator", "supervisor", "desk-chief"})
    void onlyTheAuditorReadsTheJournal(String role) {
        var no = Outcome.refused(new AccessRefusal.RoleMissing(Set.of("auditor")));

        assertThat(audit.entries(acting(role), EVERYTHING, Long.MAX_VALUE)).isEqualTo(no);
        assertThat(audit.verify(acting(role))).isEqualTo(no);
    }

    @Test
    void noAdministratorSeesOrDoesAnythingOnMatters() {
        var access = platform.bean(Access.class);

        for (var role : Set.of("system-administrator", "security-administrator", "auditor")) {
            assertThat(access.scope(acting(role)).organisations()).isEmpty();
            assertThat(access.actingScope(acting(role)).organisations()).isEmpty();
            assertThat(access.mayAct(acting(role), employer.code(), Set.of(role)))
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void nobodyChangesTheirOwnRolesOrLocksThemselves() {
        var security = employer.hires("security-administrator");
        var system = employer.hires("system-administrator");

        assertThat(grants.revoke(
                        officer(security, "security-administrator"),
                        new Change(security.staff(), "security-administrator", "试")))
                .contains(new GrantRefusal.OfOneself());
        assertThat(accounts.lock(officer(system, "system-administrator"), system.staff(), "试"))
                .contains(new LockRefusal.OfOneself());
    }

    @Test
    void aChangeWithoutReasonOrOfAnUnknownRoleIsRefused() {
        var person = employer.hires("desk-chief");
        var security = acting("security-administrator");

        assertThat(grants.grant(security, new Change(person.staff(), "supervisor", " ")))
                .contains(new GrantRefusal.ReasonMissing());
        assertThat(grants.grant(security, new Change(person.staff(), "emperor", "试")))
                .contains(new GrantRefusal.UnknownRole());
        assertThat(grants.grant(security, new Change("nobody", "supervisor", "试")))
                .contains(new GrantRefusal.ByDirectory(new RoleRefusal.UnknownPerson()));
        assertThat(accounts.lock(acting("system-administrator"), person.staff(), ""))
                .contains(new LockRefusal.ReasonMissing());
    }

    @Test
    void everyChangeStandsInTheJournalWithItsReason() {
        var person = employer.hires("desk-chief");
        grants.revoke(acting("security-administrator"), new Change(person.staff(), "desk-chief", "调离 2026-7 号"));
        accounts.lock(acting("system-administrator"), person.staff(), "离岗");

        var journal = platform.bean(Journal.class);
        assertThat(journal.entries(new Entry.Subject("staff", person.staff())))
                .extracting(
                        found -> found.entry().verb(), found -> found.entry().why())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("access.revoke", Optional.of("调离 2026-7 号")));
        assertThat(journal.entries(new Entry.Subject("account", person.account())))
                .extracting(found -> found.entry().verb())
                .containsExactly("identity.enrol", "identity.lock");
    }

    @Test
    void theAuditorFindsADeedByPersonVerbAndSubjectAndLeavesATraceOfLooking() {
        var person = employer.hires();
        accounts.lock(acting("system-administrator"), person.staff(), "离岗");
        var auditor = employer.hires("auditor");
        var search = new Search(
                Optional.of("acting-system-administrator"),
                Optional.of("identity.lo"),
                Optional.of(person.account()),
                Instant.EPOCH,
                Instant.now().plusSeconds(60));

        var found = audit.entries(officer(auditor, "auditor"), search, Long.MAX_VALUE)
                .orElseThrow();

        assertThat(found.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.entry().why()).contains("离岗"));
        assertThat(platform.bean(Journal.class).deedsOf(auditor.staff(), Long.MAX_VALUE, 10))
                .extracting(row -> row.entry().verb())
                .containsExactly("audit.read");
    }

    @Test
    void theAuditorProvesThatTheJournalIsWhole() {
        platform.bean(Journal.class).seal();

        assertThat(audit.verify(acting("auditor")).orElseThrow()).isInstanceOf(Verdict.Whole.class);
    }

    private static Officer officer(Worker worker, String role) {
        return new Officer(worker.account(), worker.staff(), "周敏", "11110105MB0P0002XX", Set.of(role));
    }

    private Officer acting(String role) {
        return new Officer("o-acting", "acting-" + role, "郑和", employer.code(), Set.of(role));
    }
}
