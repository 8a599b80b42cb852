package org.tongqu.platform.operate.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Division;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.OneTimePassword;
import org.tongqu.platform.trust.identity.SessionState;
import org.tongqu.platform.trust.identity.SignInCommand;
import org.tongqu.platform.trust.identity.SignInRefusal;
import org.tongqu.platform.trust.identity.StartedSession;

/** FEATURE: a government's organisations, people and first passwords are taken over from tables, wholly or not at all. */
class SetupTest {

    private static final DivisionCode CITY = new DivisionCode("999600");
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    private Path folder;

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Setup setup = platform.bean(Setup.class);
    private final Directory directory = platform.bean(Directory.class);
    private final Accounts accounts = platform.bean(Accounts.class);
    private final JdbcClient store = platform.bean(JdbcClient.class);
    private final int run = COUNT.incrementAndGet();
    private final String office = code();
    private final String bureau = code();

    SetupTest() {
        directory.put(new Division(new DivisionCode("990000"), "测试省"));
        directory.put(new Division(CITY, "测试市"));
    }

    private String code() {
        return UnifiedSocialCreditCode.compose(
                        '1', '1', CITY, platform.bean(Registers.class).nextOrganisationCode())
                .orElseThrow()
                .value();
    }

    private void table(String file, String head, String... rows) throws IOException {
        Files.writeString(folder.resolve(file), head + "\n" + String.join("\n", rows) + "\n");
    }

    private void organisations(String... rows) throws IOException {
        table("organisations.csv", "code,kind,zh,en,division,parent,phone,address", rows);
    }

    private void posts(String... rows) throws IOException {
        table("posts.csv", "organisation,code,zh,en", rows);
    }

    private void people(String... rows) throws IOException {
        table("people.csv", "number,name,organisation,post,roles,sign-in-name", rows);
    }

    /** A child before its parent, as tables are often sorted. */
    private void government() throws IOException {
        organisations(
                bureau + ",tax,测试市税务局,,999600," + office + ",0999-1,",
                office + ",government-office,测试市政府办公室,General Office,999600,,0999-2,\"中山路 1 号, 3 楼\"");
        posts(office + ",admin,管理员,Administrator", bureau + ",clerk,科员,");
        people(
                number("sys") + ",司南," + office + ",admin,system-administrator," + name("sys"),
                number("sec") + ",安然," + office + ",admin,security-administrator," + name("sec"),
                number("aud") + ",沈记," + office + ",admin,auditor," + name("aud"),
                number("tax") + ",税小满," + bureau + ",clerk,,");
    }

    private String number(String who) {
        return who + "-" + run;
    }

    private String name(String who) {
        return who + "." + run;
    }

    private SetUp done() {
        return setup.takeOver(folder).orElseThrow();
    }

    private List<String> refused() {
        return setup.takeOver(folder)
                .fold(
                        done -> List.of("taken over"),
                        problems -> problems.stream().map(Problem::toString).toList());
    }

    private Outcome<StartedSession, SignInRefusal> signIn(OneTimePassword with) {
        return accounts.signIn(new SignInCommand(
                Door.OFFICER, with.signInName(), with.password(), new SignInCommand.Browser("127.0.0.1", "test")));
    }

    private boolean isKnown(String organisation) {
        return directory.findOrganisation(organisation).isPresent();
    }

    @Test
    void theThreeAdministratorsComeInWithPasswordsTheyMustChange() throws IOException {
        government();

        var taken = done();

        assertThat(taken.passwords())
                .extracting(OneTimePassword::signInName)
                .containsExactly(name("sys"), name("sec"), name("aud"));
        for (var password : taken.passwords()) {
            assertThat(signIn(password).orElseThrow().passwordIsDue()).isTrue();
        }
        assertThat(directory.organisation(bureau).parent()).contains(office);
        assertThat(directory.organisation(office).contact().address()).isEqualTo("中山路 1 号, 3 楼");
        assertThat(directory.staff(number("tax")).organisation()).isEqualTo(bureau);
    }

    @Test
    void aSecondTimeRenamesAndMovesButNeitherRolesNorAccountsAreMadeAnew() throws IOException {
        government();
        done();
        directory.grant(number("tax"), "acceptor");
        organisations(office + ",government-office,测试市人民政府办公室,,999600,,,");
        people(number("tax") + ",税小满," + office + ",admin,,");

        var again = done();

        assertThat(again.passwords()).isEmpty();
        assertThat(directory.organisation(office).name().zh()).isEqualTo("测试市人民政府办公室");
        assertThat(directory.staff(number("tax")))
                .satisfies(moved -> assertThat(moved.organisation()).isEqualTo(office))
                .satisfies(moved -> assertThat(moved.roles()).containsExactly("acceptor"));
    }

    @Test
    void everyWrongLineIsToldAndNothingIsTakenOver() throws IOException {
        government();
        organisations(
                office + ",government-office,测试市政府办公室,,999600,,,",
                "913300007999997001,tax,税务局,,999600,,,",
                bureau + ",Tax,税务局,,999600,,,",
                code() + ",tax,税务局,,999699,nobody,,",
                office + ",tax,税务局,,999600,,,");
        posts("nobody,clerk,科员,", office + ",admin,管理员,");
        people(
                number("a") + ",司南," + office + ",admin,system-administrator auditor," + name("a"),
                number("b") + ",安然," + office + ",chief,security-administrator,",
                number("c") + ",," + office + ",admin,,",
                number("b") + ",沈记," + office + ",admin,wizard,A");

        assertThat(refused())
                .containsExactly(
                        "organisations.csv:3: code '913300007999997001' is no unified social credit code (18 signs, the last proves the others)",
                        "organisations.csv:4: kind 'Tax' must be small letters, digits and hyphens, such as tax",
                        "people.csv:4: name '' is no person's name",
                        "people.csv:5: sign-in-name 'A' must be 3 to 32 small letters, digits, dots and hyphens, and begin with a letter");
        assertThat(isKnown(office)).isFalse();
    }

    @Test
    void whatDoesNotFitTogetherIsToldLineByLine() throws IOException {
        var third = code();
        organisations(
                office + ",government-office,测试市政府办公室,,999600,,,",
                third + ",tax,税务局,,999699,nobody,,",
                office + ",tax,税务局,,999600,,,");
        posts("nobody,clerk,科员,", office + ",admin,管理员,");
        people(
                number("a") + ",司南," + office + ",admin,system-administrator auditor," + name("a"),
                number("b") + ",安然," + office + ",chief,security-administrator,",
                number("b") + ",沈记," + office + ",admin,wizard," + name("a"));

        assertThat(refused().stream()
                        .map(line -> line.replaceAll("; the roles are .*", ""))
                        .toList())
                .containsExactly(
                        "organisations.csv:4: organisation '" + office + "' stands on line 2 already",
                        "people.csv:4: number '" + number("b") + "' stands on line 3 already",
                        "people.csv:4: sign-in-name '" + name("a") + "' stands on line 2 already",
                        "organisations.csv:3: division 999699 is not in the table of divisions",
                        "organisations.csv:3: parent 'nobody' is no organisation of the table or the directory",
                        "posts.csv:2: organisation 'nobody' is no organisation of the table or the directory",
                        "people.csv:2: an administrator holds no other role",
                        "people.csv:3: organisation '" + office + "' has no post 'chief'",
                        "people.csv:4: role 'wizard' is unknown",
                        "people.csv:3: an administrator needs a sign-in-name");
        assertThat(isKnown(office)).isFalse();
    }

    @Test
    void organisationsThatReportToEachOtherAreRefused() throws IOException {
        organisations(
                office + ",government-office,甲办公室,,999600," + bureau + ",,",
                bureau + ",tax,乙局,,999600," + office + ",,");

        assertThat(refused())
                .contains(
                        "organisations.csv:2: parent '" + bureau + "' reports, directly or not, to this organisation");
        assertThat(isKnown(bureau)).isFalse();
    }

    @Test
    void aGovernmentWithoutItsThreeAdministratorsIsRefused() throws IOException {
        organisations(office + ",government-office,测试市政府办公室,,999600,,,");

        var said = platform.bean(TransactionTemplate.class).execute(status -> {
            status.setRollbackOnly();
            store.sql("DELETE FROM directory.staff_role").update();
            return refused();
        });

        assertThat(said)
                .containsExactly(
                        "people.csv: nobody holds the role system-administrator; name a person for each of the three administrators",
                        "people.csv: nobody holds the role security-administrator; name a person for each of the three administrators",
                        "people.csv: nobody holds the role auditor; name a person for each of the three administrators");
    }

    @Test
    void aTableSavedByAChineseSpreadsheetProgramIsRead() throws IOException {
        government();
        done();
        Files.write(
                folder.resolve("organisations.csv"),
                ("code,kind,zh,en,division,parent,phone,address\r\n" + office
                                + ",government-office,测试市政府办公厅,,999600,,,\r\n")
                        .getBytes(Charset.forName("GB18030")));
        done();

        assertThat(directory.organisation(office).name().zh()).isEqualTo("测试市政府办公厅");
    }

    @Test
    void aTableWithoutItsColumnsAndAnEmptyFolderAreTold() throws IOException {
        assertThat(refused()).singleElement().asString().contains("see ./tongqu help setup");

        Files.writeString(folder.resolve("posts.csv"), "organisation,zh\n" + office + ",科员\n", StandardCharsets.UTF_8);

        assertThat(refused())
                .containsExactly(
                        "posts.csv: the first line does not name code, en; it must name organisation,code,zh,en");
    }

    @Test
    void aSignInNameOfAnotherPersonIsRefused() throws IOException {
        government();
        done();
        people(number("new") + ",新来," + office + ",admin,," + name("aud"));

        assertThat(refused()).containsExactly("people.csv:2: sign-in-name '" + name("aud") + "' is another person's");
    }

    @Test
    void anAdministratorNobodyCanHelpGetsANewPasswordAndTheirSessionsEnd() throws IOException {
        government();
        var first = done().passwords().get(1);
        var session = signIn(first).orElseThrow();

        var lent = setup.lend(name("sec").toUpperCase(Locale.ROOT)).orElseThrow();

        assertThat(accounts.session(session.token())).isInstanceOf(SessionState.Ended.class);
        assertThat(signIn(first)).isInstanceOf(Outcome.Refused.class);
        assertThat(signIn(lent).orElseThrow().passwordIsDue()).isTrue();
        assertThat(setup.lend("nobody-at-all")).isEqualTo(Optional.empty());
    }

    @Test
    void aOneTimePasswordOpensNothingAfterThreeDays() throws IOException {
        government();
        var password = done().passwords().getFirst();
        store.sql(
                        "UPDATE identity.account SET password_set_at = password_set_at - CAST(? AS interval) WHERE sign_in_name = ?")
                .params(Duration.ofHours(72).toString(), password.signInName())
                .update();

        assertThat(signIn(password)).isEqualTo(Outcome.refused(new SignInRefusal.OneTimePasswordTooOld()));
        assertThat(signIn(new OneTimePassword(password.signInName(), "wrong")))
                .isEqualTo(Outcome.refused(new SignInRefusal.WrongNameOrPassword(4)));
    }

    @Test
    void whatWasDoneStandsInTheJournal() throws IOException {
        government();
        done();

        assertThat(store.sql("""
                        SELECT count(*) FROM journal.entry WHERE who = 'operator' AND verb = 'identity.open-account'
                           AND CAST(details AS jsonb)->>'organisation' = ?""").param(office).query(Integer.class).single()).isEqualTo(3);
        assertThat(directory.organisations()).extracting(Organisation::code).contains(office, bureau);
    }
}
