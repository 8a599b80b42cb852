package org.tongqu.platform.trust.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.Mod112;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;

/** FEATURE: people come in by their own door, are known until they leave, and are told why when they are not let in. */
class SignInPageTest {

    private static final String PASSWORD = "青山绿水-2026-wan";

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Accounts accounts = platform.bean(Accounts.class);

    @Test
    void somebodyWhoRegistersCanSignInByNumberAndByMobile() {
        var number = number(1);
        var visitor = platform.visitor();
        visitor.opens("/register");
        var registered = visitor.sends(
                "/register",
                Map.of(
                        "name",
                        "林晓燕",
                        "number",
                        number.value(),
                        "mobile",
                        mobile(1).value(),
                        "password",
                        PASSWORD,
                        "again",
                        PASSWORD));
        assertThat(registered.at().toString()).endsWith("/sign-in?said=registered");

        for (var name : new String[] {number.value(), mobile(1).value()}) {
            var person = platform.visitor();
            person.opens("/sign-in");
            var inside = person.sends("/sign-in", Map.of("name", name, "password", PASSWORD, "back", "/account"));
            assertThat(inside.at().getPath()).isEqualTo("/account/sessions");
            assertThat(inside.body()).contains("林晓燕");
        }
    }

    @Test
    void oneNumberHasOneAccount() {
        register(2);

        var again =
                accounts.register(new Registration(new PersonName("林晓燕"), number(2), mobile(902), PASSWORD), here());

        assertThat(again).isEqualTo(Outcome.refused(new RegistrationRefusal.NumberTaken()));
    }

    @Test
    void aWrongNumberIsRefusedAtItsField() {
        var visitor = platform.visitor();
        visitor.opens("/register");
        var refused = visitor.sends(
                "/register",
                Map.of(
                        "name", "林晓燕",
                        "number", "999901199001010011",
                        "mobile", "123",
                        "password", PASSWORD,
                        "again", PASSWORD + "x"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("#f-number", "#f-mobile", "#f-again")
                .doesNotContain("#f-name\"");
    }

    @Test
    void fiveWrongTriesLockTheAccountAlsoForTheRightPassword() {
        register(3);
        for (int i = 0; i < 4; i++) {
            assertThat(signIn(3, "wrong password"))
                    .isEqualTo(Outcome.refused(new SignInRefusal.WrongNameOrPassword(4 - i)));
        }
        assertThat(signIn(3, "wrong password"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(SignInRefusal.Locked.class));
        assertThat(signIn(3, PASSWORD))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(SignInRefusal.Locked.class));
    }

    @Test
    void aNameThatNobodyHasIsAnsweredLikeOneThatSomebodyHas() {
        for (int i = 0; i < 4; i++) {
            assertThat(signIn(4, "wrong password"))
                    .isEqualTo(Outcome.refused(new SignInRefusal.WrongNameOrPassword(4 - i)));
        }
        assertThat(signIn(4, "wrong password"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(SignInRefusal.Locked.class));
    }

    @Test
    void aRightPasswordForgetsTheWrongOnesBeforeIt() {
        register(5);
        for (int i = 0; i < 8; i++) {
            signIn(5, "wrong password");
            assertThat(signIn(5, PASSWORD)).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void signingOutActsAtOnceAndForEveryRequest() {
        var person = signedIn(6);
        assertThat(person.opens("/account/sessions").status()).isEqualTo(200);
        var token = ((Outcome.Done<StartedSession, SignInRefusal>) signIn(6, PASSWORD))
                .value()
                .token();

        accounts.signOut(token);
        person.sends("/sign-out", Map.of());

        assertThat(accounts.session(token)).isInstanceOf(SessionState.Ended.class);
        assertThat(person.opens("/account/sessions").at().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void aCitizenIsShownToTheOfficersDoorAndNoFurther() {
        var person = signedIn(7);

        var desk = person.opens("/desk/anything");

        assertThat(desk.at().toString())
                .contains("/desk/sign-in?back=%2Fdesk%2Fanything")
                .contains("other-door");
    }

    @Test
    void nobodyIsSentToAnotherSiteAfterSigningIn() {
        register(8);
        for (var back : new String[] {"//evil.example/x", "https://evil.example/", "/\\evil.example"}) {
            var person = platform.visitor();
            person.opens("/sign-in");
            var inside =
                    person.sends("/sign-in", Map.of("name", number(8).value(), "password", PASSWORD, "back", back));
            assertThat(inside.at().getHost()).isEqualTo(platform.address().getHost());
        }
    }

    @Test
    void aFormThatDidNotComeFromOurPagesIsRefused() {
        var person = signedIn(9);

        var refused = person.sends("/account/password", Map.of("_csrf", "0".repeat(64), "present", PASSWORD));

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void whatWasTypedWhenTheSessionEndedIsGivenBackToTheSamePerson() {
        var person = signedIn(10);
        person.opens("/account/password");
        endAllSessions();

        var shown = person.sends("/account/password", Map.of("present", "typed-before", "next", "x", "again", "y"));
        assertThat(shown.at().toString()).contains("/sign-in").contains("said=ended");
        assertThat(shown.body()).contains("登录已过期");

        var back = person.sends("/sign-in", Map.of("name", number(10).value(), "password", PASSWORD));
        assertThat(back.at().getPath()).isEqualTo("/account/continue");
        assertThat(back.body()).contains("value=\"typed-before\"").contains("action=\"/account/password\"");
    }

    @Test
    void whatWasTypedIsNotGivenToSomebodyElse() {
        register(12);
        var person = signedIn(11);
        person.opens("/account/password");
        endAllSessions();
        person.sends("/account/password", Map.of("present", "secret-of-eleven"));

        var other = person.sends("/sign-in", Map.of("name", number(12).value(), "password", PASSWORD));

        assertThat(other.at().getPath()).isEqualTo("/");
        assertThat(person.opens("/account/continue").body()).doesNotContain("secret-of-eleven");
    }

    @Test
    void oneEndsOnesOwnSessionsAndNobodyElses() {
        var person = signedIn(13);
        var other = signedIn(14);
        var someoneElse = ((Outcome.Done<StartedSession, SignInRefusal>) signIn(14, PASSWORD)).value();
        var theirs = accounts.sessions(someoneElse.who(), someoneElse.token()).getFirst();

        person.sends("/account/sessions/" + theirs.id() + "/end", Map.of());

        assertThat(accounts.session(someoneElse.token())).isInstanceOf(SessionState.Alive.class);
        assertThat(other.opens("/account/sessions").body()).contains("本次登录");
    }

    @Test
    void theAccountPageAsksTheStoreTwice() throws Exception {
        var person = signedIn(15);
        person.opens("/account/sessions");

        assertThat(StatementCount.during(() -> person.opens("/account/sessions")))
                .isEqualTo(2);
    }

    @Test
    void neitherNumbersNorMobilesStandInTheDatabaseReadably() {
        register(16);

        var found = platform.database()
                .asOwner()
                .sql("""
                SELECT count(*) FROM identity.account a
                 WHERE position(:number IN a::text) > 0 OR position(:mobile IN a::text) > 0
                    OR position(encode(convert_to(:number, 'UTF8'), 'hex') IN a::text) > 0
                """)
                .param("number", number(16).value())
                .param("mobile", mobile(16).value())
                .query(Integer.class)
                .single();

        assertThat(found).isZero();
    }

    @Test
    void aWeakPasswordIsRefusedWithItsReason() {
        assertThat(registered(17, "abc1")).isEqualTo(weak(new PasswordRefusal.TooShort(8)));
        assertThat(registered(17, "aaaaaaaaaa")).isEqualTo(weak(new PasswordRefusal.TooFewKinds(2)));
        assertThat(registered(17, "Password123")).isEqualTo(weak(new PasswordRefusal.TooCommon()));
        assertThat(registered(17, "x" + number(17).value())).isEqualTo(weak(new PasswordRefusal.TellsWhoYouAre()));
    }

    private static Outcome<String, RegistrationRefusal> weak(PasswordRefusal why) {
        return Outcome.refused(new RegistrationRefusal.WeakPassword(why));
    }

    private void endAllSessions() {
        platform.database()
                .asOwner()
                .sql("UPDATE identity.session SET seen_at = seen_at - interval '31 minutes'")
                .update();
    }

    private Visitor signedIn(int who) {
        register(who);
        var person = platform.visitor();
        person.opens("/sign-in");
        person.sends("/sign-in", Map.of("name", number(who).value(), "password", PASSWORD, "back", "/account"));
        return person;
    }

    private void register(int who) {
        registered(who, PASSWORD);
    }

    private Outcome<String, RegistrationRefusal> registered(int who, String password) {
        return accounts.register(new Registration(new PersonName("林晓燕"), number(who), mobile(who), password), here());
    }

    private Outcome<StartedSession, SignInRefusal> signIn(int who, String password) {
        return accounts.signIn(new SignInCommand(Door.CITIZEN, number(who).value(), password, here()));
    }

    /** Each test has an address of its own, so that the limit per address is not what it runs into. */
    private SignInCommand.Browser here() {
        return new SignInCommand.Browser("192.0.2." + Math.floorMod(System.nanoTime(), 250), "test");
    }

    private static CitizenNumber number(int who) {
        var body = "99970119900101" + String.format("%03d", who);
        return new CitizenNumber(body + Mod112.check(body));
    }

    private static MobileNumber mobile(int who) {
        return new MobileNumber("1990007" + String.format("%04d", who));
    }
}
