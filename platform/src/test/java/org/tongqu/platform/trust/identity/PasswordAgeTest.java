package org.tongqu.platform.trust.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust._support.Employer.Worker;

/** FEATURE: staff change their password after a while, and until they do, their account opens nothing else. */
class PasswordAgeTest {

    private static final String NEXT = "Harbour-lantern-73";

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Employer employer = Employer.at(platform, "11110105MB0P0001XX");

    @Test
    void aPasswordPastItsTimeOpensNothingUntilItIsChanged() {
        var worker = employer.hires();
        age(worker, "90 days");
        var visitor = platform.visitor();
        visitor.opens("/desk/sign-in?back=/desk/packs");

        var first = visitor.sends(
                "/desk/sign-in",
                Map.of("name", worker.signInName(), "password", Employer.PASSWORD, "back", "/desk/packs"));

        assertThat(first.at().getPath()).isEqualTo("/account/password");
        assertThat(first.body()).contains("请先更换密码");
        for (var elsewhere : new String[] {"/desk/packs", "/desk/supervision", "/account/sessions", "/account"}) {
            assertThat(visitor.opens(elsewhere).at().getPath()).isEqualTo("/account/password");
        }
        assertThat(visitor.sends("/desk/cases/none/claim", Map.of()).at().getPath())
                .isEqualTo("/account/password");
    }

    @Test
    void afterTheChangeThePersonComesOutWhereTheyWereGoing() {
        var worker = employer.hires();
        age(worker, "90 days");
        var visitor = platform.visitor();
        visitor.opens("/desk/sign-in");
        visitor.sends(
                "/desk/sign-in",
                Map.of("name", worker.signInName(), "password", Employer.PASSWORD, "back", "/desk/packs"));

        var changed = changes(visitor, Employer.PASSWORD, NEXT, "/desk/packs");

        assertThat(changed.at().getPath()).isEqualTo("/desk/packs");
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void theOldPasswordAndTheFourBeforeItAreNotTakenAgain() {
        var worker = employer.hires();
        var visitor = employer.signIn(worker);
        var present = Employer.PASSWORD;
        assertThat(changes(visitor, present, present, "").body()).contains("不能使用最近 5 次用过的密码");
        for (int i = 1; i <= 4; i++) {
            assertThat(changes(visitor, present, NEXT + i, "").at().toString()).contains("said=password-changed");
            present = NEXT + i;
        }
        assertThat(changes(visitor, present, Employer.PASSWORD, "").status()).isEqualTo(422);

        assertThat(changes(visitor, present, NEXT + 5, "").at().toString()).contains("said=password-changed");
        assertThat(changes(visitor, NEXT + 5, Employer.PASSWORD, "").at().toString())
                .contains("said=password-changed");
    }

    @Test
    void aPasswordOfEightyNineDaysIsStillGood() {
        var worker = employer.hires();
        age(worker, "89 days");

        assertThat(employer.signIn(worker).opens("/desk/packs").at().getPath()).isEqualTo("/desk/packs");
    }

    @Test
    void nobodyIsStoppedInTheMiddleOfTheirWork() {
        var worker = employer.hires();
        age(worker, "89 days 23 hours 59 minutes");
        var visitor = employer.signIn(worker);
        twoMinutesPass(worker);

        assertThat(visitor.opens("/desk/packs").at().getPath()).isEqualTo("/desk/packs");
    }

    @Test
    void askingForTheAgeCostsNoStatement() throws Exception {
        var visitor = employer.signIn(employer.hires());
        visitor.opens("/account/password");

        // The session with its account, and at most every ten seconds the person: as before passwords grew old.
        assertThat(StatementCount.during(() -> visitor.opens("/account/password")))
                .isBetween(1, 2);
    }

    @Test
    void anOperatorMayLetPasswordsLiveForEver() {
        var set = Instant.parse("2020-01-01T00:00:00Z");
        var now = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(new IdentitySettings.Staff(Duration.ZERO, 5, Duration.ZERO).isTooOld(set, now))
                .isFalse();
        assertThat(new IdentitySettings.Staff(Duration.ofDays(90), 5, Duration.ZERO).isTooOld(set, now))
                .isTrue();
    }

    /** Moves the day on which the password was set into the past. */
    private void age(Worker worker, String by) {
        platform.database()
                .asOwner()
                .sql("UPDATE identity.account SET password_set_at = password_set_at - ?::interval WHERE id = ?")
                .param(by)
                .param(worker.account())
                .update();
    }

    private void twoMinutesPass(Worker worker) {
        age(worker, "2 minutes");
        platform.database()
                .asOwner()
                .sql("UPDATE identity.session SET started_at = started_at - interval '2 minutes' WHERE account = ?")
                .param(worker.account())
                .update();
    }

    private static Visitor.Answer changes(Visitor visitor, String present, String next, String back) {
        visitor.opens("/account/password");
        return visitor.sends(
                "/account/password", Map.of("present", present, "next", next, "again", next, "back", back));
    }
}
