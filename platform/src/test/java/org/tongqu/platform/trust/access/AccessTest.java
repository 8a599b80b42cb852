package org.tongqu.platform.trust.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.identity.SignedIn.Officer;

/** FEATURE: a role says how far somebody sees and whether they may act on what they see. */
class AccessTest {

    private static final String BUREAU = "11110105MB0P0010XX";
    private static final String OFFICE = "11110105MB0P0011XX";
    private static final String STATION = "11110105MB0P0012XX";
    private static final String ELSEWHERE = "11110105MB0P0013XX";

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Access access = platform.bean(Access.class);

    AccessTest() {
        put(BUREAU, null);
        put(OFFICE, BUREAU);
        put(STATION, OFFICE);
        put(ELSEWHERE, null);
        declare("clerk-of-test", Reach.OWN, Role.Acting.ACTS);
        declare("reader-of-test", Reach.SUBORDINATE, Role.Acting.LOOKS_ONLY);
    }

    @Test
    void aRoleOfOnesOwnOrganisationSeesThatAlone() {
        assertThat(access.scope(officer(BUREAU, "clerk-of-test")).organisations())
                .containsExactly(BUREAU);
    }

    @Test
    void aRoleOverSubordinatesSeesAllBelowButNotAboveOrBeside() {
        var scope = access.scope(officer(OFFICE, "desk-chief"));

        assertThat(scope.organisations()).containsExactlyInAnyOrder(OFFICE, STATION);
        assertThat(scope.sees(BUREAU) || scope.sees(ELSEWHERE)).isFalse();
        assertThat(scope.isEverything()).isFalse();
    }

    @Test
    void aSupervisorSeesEverythingAndActsOnNothing() {
        var supervisor = officer(ELSEWHERE, "supervisor");

        assertThat(access.scope(supervisor).isEverything()).isTrue();
        assertThat(access.scope(supervisor).sees(STATION)).isTrue();
        assertThat(access.actingScope(supervisor).organisations()).isEmpty();
        assertThat(access.mayAct(supervisor, STATION, Set.of("supervisor")))
                .isEqualTo(Outcome.refused(new AccessRefusal.LooksOnly(STATION)));
    }

    @Test
    void twoRolesSeeWhatBothSeeButActOnlyAsFarAsTheActingOne() {
        var both = officer(OFFICE, "clerk-of-test", "reader-of-test");

        assertThat(access.scope(both).organisations()).containsExactlyInAnyOrder(OFFICE, STATION);
        assertThat(access.actingScope(both).organisations()).containsExactly(OFFICE);
        assertThat(access.mayAct(both, STATION, Set.of("clerk-of-test")))
                .isEqualTo(Outcome.refused(new AccessRefusal.LooksOnly(STATION)));
        assertThat(access.mayAct(both, OFFICE, Set.of("clerk-of-test"))).isEqualTo(Outcome.done(both));
    }

    @Test
    void whoLacksTheRoleOrComesFromElsewhereIsToldSo() {
        var clerk = officer(ELSEWHERE, "clerk-of-test");

        assertThat(access.mayAct(clerk, ELSEWHERE, Set.of("decider", "reviewer")))
                .isEqualTo(Outcome.refused(new AccessRefusal.RoleMissing(Set.of("decider", "reviewer"))));
        assertThat(access.mayAct(clerk, OFFICE, Set.of("clerk-of-test")))
                .isEqualTo(Outcome.refused(new AccessRefusal.OtherOrganisation(OFFICE)));
        assertThat(access.maySee(clerk, OFFICE))
                .isEqualTo(Outcome.refused(new AccessRefusal.OtherOrganisation(OFFICE)));
        assertThat(access.maySee(clerk, ELSEWHERE)).isEqualTo(Outcome.done(clerk));
    }

    @Test
    void aCitizenHasNoScopeAndNoPartInOffices() {
        var citizen = new SignedIn.Citizen("c-1", "陈晓");

        assertThat(access.scope(citizen).organisations()).isEmpty();
        assertThat(access.mayAct(citizen, OFFICE, Set.of("clerk-of-test")))
                .isEqualTo(Outcome.refused(new AccessRefusal.NotAnOfficer()));
        assertThat(access.maySee(citizen, OFFICE)).isEqualTo(Outcome.refused(new AccessRefusal.NotAnOfficer()));
    }

    @Test
    void aRoleThatNobodyDeclaredSeesNothing() {
        assertThat(access.scope(officer(OFFICE, "never-declared")).organisations())
                .isEmpty();
        assertThat(access.scope(officer(OFFICE)).organisations()).isEmpty();
    }

    @Test
    void aPackCannotWidenARoleOfThePlatform() {
        declare("auditor", Reach.EVERYTHING, Role.Acting.ACTS);

        assertThat(access.scope(officer(OFFICE, "auditor")).organisations()).isEmpty();
        assertThat(access.roles())
                .filteredOn(role -> role.code().equals("auditor"))
                .singleElement()
                .satisfies(role -> assertThat(role.origin()).isEqualTo("platform"));
    }

    @Test
    void aPackMayChangeARoleItDeclared() {
        declare("widened-of-test", Reach.OWN, Role.Acting.ACTS);
        assertThat(access.scope(officer(OFFICE, "widened-of-test")).organisations())
                .containsExactly(OFFICE);

        declare("widened-of-test", Reach.SUBORDINATE, Role.Acting.ACTS);

        assertThat(access.scope(officer(OFFICE, "widened-of-test")).organisations())
                .containsExactlyInAnyOrder(OFFICE, STATION);
    }

    private void put(String code, @Nullable String parent) {
        platform.bean(Directory.class)
                .put(new Organisation(
                        code,
                        "test-access",
                        Label.same("试"),
                        new DivisionCode("110105"),
                        Optional.ofNullable(parent),
                        new Organisation.Contact("", "")));
    }

    private void declare(String code, Reach reach, Role.Acting acting) {
        access.declare(new Role(code, Label.same(code), reach, acting, "pack-of-test"));
    }

    private static Officer officer(String organisation, String... roles) {
        return new Officer("o-test", "s-test", "周敏", organisation, Set.of(roles));
    }
}
