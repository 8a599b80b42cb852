package org.tongqu.platform.front.desk.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust._support.Employer.Worker;
import org.tongqu.platform.trust.directory.Directory;

/** FEATURE: the system administrator gives accounts and passwords, and neither a role nor another's identity. */
class AccountOpeningTest {

    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z2-9]{4}(-[A-Za-z2-9]{4}){3}");
    private static final String NEW = "/desk/admin/new-account";
    private static final String NEXT = "Green-hills-2026";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Employer employer = Employer.at(platform, "11110105MB0P0009XX");
    private final Visitor admin = employer.signIn(employer.hires("system-administrator"));

    @Test
    void aNewAccountOpensOnlyThePageOnWhichItsPasswordIsChanged() {
        var person = someone();

        var given = hires(person);
        var password = password(given.body());
        var inside = signIn(of(person, "signInName"), password);

        assertThat(given.status()).isEqualTo(200);
        assertThat(inside.opens("/desk/packs").at().getPath()).isEqualTo("/account/password");
        var changed =
                inside.sends("/account/password", Map.of("present", password, "next", NEXT, "again", NEXT, "back", ""));
        assertThat(changed.at().toString()).contains("said=password-changed");
        assertThat(inside.opens("/desk/packs").at().getPath()).isEqualTo("/desk/packs");
        assertThat(signIn(of(person, "signInName"), password)
                        .opens("/desk/packs")
                        .at()
                        .getPath())
                .isEqualTo("/desk/sign-in");
        assertThat(platform.bean(Directory.class).staff(of(person, "number")).roles())
                .isEmpty();
    }

    @Test
    void whoGaveItAndWhyStandsInTheJournalAndThePasswordNowhere() {
        var person = someone();
        var password = password(hires(person).body());
        var auditor = employer.signIn(employer.hires("auditor"));

        var journal = auditor.opens("/desk/admin/journal?verb=identity.open-account");

        assertThat(journal.body()).contains(of(person, "because"), of(person, "number"));
        assertThat(journal.body()).doesNotContain(password);
        assertThat(platform.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM identity.account WHERE password LIKE '%' || ? || '%'")
                        .param(password)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(admin.opens("/desk/admin/accounts/" + of(person, "number")).body())
                .doesNotContain(password);
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedIsKept() {
        var person = someone();
        hires(person);
        var again = new HashMap<>(person);

        assertThat(hires(again).body()).contains("这个编号已有人使用");
        again.put("number", "X-" + of(person, "number"));
        assertThat(hires(again).body()).contains("这个用户名已有人使用", "value=\"" + of(again, "number") + "\"");
        again.put("signInName", "张");
        assertThat(hires(again).status()).isEqualTo(422);
        again.put("signInName", "free-" + of(person, "signInName"));
        again.put("because", " ");
        assertThat(hires(again).body()).contains("请写明理由");
        again.put("because", "调令");
        again.put("post", "no-such-post");
        assertThat(hires(again).body()).contains("请选择岗位");
        assertThat(platform.bean(Directory.class).findStaff(of(again, "number")))
                .isEmpty();
    }

    @Test
    void aForgottenPasswordIsReplacedAndEverySessionEnds() {
        var worker = employer.hires();
        var inside = employer.signIn(worker);
        var page = "/desk/admin/accounts/" + worker.staff();
        admin.opens(page);

        var given = admin.sends(page + "/password", Map.of("because", "本人遗忘，当面核验"));

        assertThat(inside.opens("/desk/packs").at().getPath()).isEqualTo("/desk/sign-in");
        assertThat(employer.signIn(worker).opens("/desk/packs").at().getPath()).isEqualTo("/desk/sign-in");
        assertThat(signIn(worker.signInName(), password(given.body()))
                        .opens("/desk/packs")
                        .at()
                        .getPath())
                .isEqualTo("/account/password");
        assertThat(admin.sends(page + "/password", Map.of("because", "")).status())
                .isEqualTo(422);
    }

    @Test
    void nobodyBecomesAnotherAdministratorByResettingTheirPassword() {
        for (var role : new String[] {"security-administrator", "auditor"}) {
            var other = employer.hires(role);
            var inside = employer.signIn(other);
            var page = "/desk/admin/accounts/" + other.staff();
            admin.opens(page);

            var refused = admin.sends(page + "/password", Map.of("because", "试"));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("不能为安全保密管理员").doesNotContainPattern(PASSWORD);
            assertThat(inside.opens("/desk").status()).isEqualTo(200);
            assertNotAllowed(other, employer.hires());
        }
        assertNotAllowed(employer.hires("desk-chief"), employer.hires());
    }

    private void assertNotAllowed(Worker who, Worker target) {
        var visitor = employer.signIn(who);
        var page = "/desk/admin/accounts/" + target.staff();
        visitor.opens("/desk");
        assertThat(visitor.opens(NEW).status()).isEqualTo(403);
        assertThat(visitor.sends(NEW, someone()).status()).isEqualTo(403);
        assertThat(visitor.sends(page + "/password", Map.of("because", "试")).status())
                .isEqualTo(403);
        assertThat(visitor.sends(page + "/open", Map.of("signInName", "x-yz", "because", "试"))
                        .status())
                .isEqualTo(403);
    }

    private Map<String, String> someone() {
        var number = PEOPLE.incrementAndGet();
        return Map.of(
                "organisation",
                employer.code(),
                "post",
                "clerk",
                "name",
                "林晓燕",
                "number",
                "opened-" + number,
                "signInName",
                "opened." + number,
                "because",
                "调令 2026-" + number + " 号");
    }

    private Visitor.Answer hires(Map<String, String> person) {
        admin.opens(NEW + "?organisation=" + employer.code());
        return admin.sends(NEW, person);
    }

    private Visitor signIn(String name, String password) {
        var visitor = platform.visitor();
        visitor.opens("/desk/sign-in");
        visitor.sends("/desk/sign-in", Map.of("name", name, "password", password));
        return visitor;
    }

    private static String of(Map<String, String> person, String field) {
        return Objects.requireNonNull(person.get(field));
    }

    private static String password(String page) {
        var found = PASSWORD.matcher(page);
        assertThat(found.find()).as("a one-time password on the page").isTrue();
        return found.group();
    }
}
