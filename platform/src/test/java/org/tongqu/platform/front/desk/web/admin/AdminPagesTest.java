package org.tongqu.platform.front.desk.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Staff;

/** FEATURE: each of the three administrators has a page of their own and is refused those of the others. */
class AdminPagesTest {

    private static final List<String> PAGES =
            List.of("/desk/admin/accounts", "/desk/admin/organisations", "/desk/admin/roles", "/desk/admin/journal");

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Employer employer = Employer.at(platform, "11110105MB0P0003XX");

    @Test
    void eachComesOutAtTheirOwnPageAndIsRefusedTheOthers() {
        opensOnly("system-administrator", "/desk/admin/accounts", "/desk/admin/organisations");
        opensOnly("security-administrator", "/desk/admin/roles");
        opensOnly("auditor", "/desk/admin/journal");
        opensOnly("desk-chief");
    }

    private void opensOnly(String role, String... own) {
        var visitor = employer.signIn(employer.hires(role));
        if (own.length > 0) {
            assertThat(visitor.opens("/desk").at().getPath()).isEqualTo(own[0]);
        }
        for (var page : PAGES) {
            assertThat(visitor.opens(page).status())
                    .as("%s at %s", role, page)
                    .isEqualTo(List.of(own).contains(page) ? 200 : 403);
        }
    }

    @Test
    void theSystemAdministratorLocksSomebodyWhoIsOutAtOnceAndUnlocksThemAgain() {
        var worker = employer.hires();
        var inside = employer.signIn(worker);
        var admin = employer.signIn(employer.hires("system-administrator"));
        var page = "/desk/admin/accounts/" + worker.staff();
        assertThat(admin.opens("/desk/admin/accounts?name=" + worker.staff()).body())
                .contains("href=\"" + page + "\"");
        admin.opens(page);

        var without = admin.sends(page, Map.of("act", "lock", "why", ""));
        var locked = admin.sends(page, Map.of("act", "lock", "why", "离岗 2026-7 号"));

        assertThat(without.status()).isEqualTo(422);
        assertThat(locked.body()).contains("账号已锁定", "起锁定");
        assertThat(inside.opens("/desk/packs").at().getPath()).isEqualTo("/desk/sign-in");
        assertThat(employer.signIn(worker).opens("/desk/packs").at().getPath()).isEqualTo("/desk/sign-in");

        assertThat(admin.sends(page, Map.of("act", "unlock", "why", "复岗")).body())
                .contains("账号已解锁");
        assertThat(employer.signIn(worker).opens("/desk/packs").at().getPath()).isEqualTo("/desk/packs");
    }

    @Test
    void theSecurityAdministratorIsToldWhyTwoAdministratorsAreNotOnePerson() {
        var worker = employer.hires("system-administrator");
        var admin = employer.signIn(employer.hires("security-administrator"));
        var page = "/desk/admin/roles/" + worker.staff();
        admin.opens(page);

        var refused = admin.sends(page, Map.of("act", "grant", "role", "auditor", "why", "试"));
        var taken = admin.sends(page, Map.of("act", "revoke", "role", "system-administrator", "why", "试"));
        var given = admin.sends(page, Map.of("act", "grant", "role", "auditor", "why", "试"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("此人现为“系统管理员”，不能再担任“安全审计员”");
        assertThat(taken.body()).contains("角色已收回", "没有角色");
        assertThat(given.body()).contains("角色已授予");
        assertThat(employer.signIn(worker).opens("/desk").at().getPath()).isEqualTo("/desk/admin/journal");
    }

    @Test
    void theAuditorReadsWhatWasDoneAndProvesTheChain() {
        var worker = employer.hires();
        var auditor = employer.signIn(employer.hires("auditor"));

        var found = auditor.opens("/desk/admin/journal?verb=identity.enrol&subject=" + worker.account());
        var proof = auditor.sends("/desk/admin/journal/verify", Map.of());

        assertThat(found.body()).contains("identity.enrol", worker.account());
        assertThat(proof.body()).contains("日志链完整");
    }

    @Test
    void theWayBackLeadsToThePageBefore() {
        var office = Employer.at(platform, "11110105MB0P0008XX");
        for (int i = 0; i < 130; i++) {
            var id = "%s-%03d".formatted(office.code(), i);
            platform.bean(Directory.class).put(new Staff(id, "周敏", office.code(), "clerk", Set.of()));
        }
        var admin = employer.signIn(employer.hires("system-administrator"));
        var first = admin.opens("/desk/admin/accounts?organisation=" + office.code());
        var second = admin.opens(way(first, "next"));
        var third = admin.opens(way(second, "next"));

        assertThat(rows(admin.opens(way(third, "prev")))).isEqualTo(rows(second));
        assertThat(rows(admin.opens(way(admin.opens(way(third, "prev")), "prev"))))
                .isEqualTo(rows(first));
        assertThat(first.body()).doesNotContain("rel=\"prev\"");
        assertThat(third.body()).doesNotContain("rel=\"next\"");
    }

    private static String way(Visitor.Answer page, String rel) {
        var found = Pattern.compile("href=\"([^\"]*)\" rel=\"" + rel + "\"").matcher(page.body());
        assertThat(found.find()).as(rel).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static List<String> rows(Visitor.Answer page) {
        return Pattern.compile("data-href=\"([^\"]*)\"")
                .matcher(page.body())
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    @Test
    void everyDeedIsSaidInWordsAndItsDetailsAsAList() {
        var worker = employer.hires();
        var admin = employer.signIn(employer.hires("system-administrator"));
        admin.opens("/desk/admin/accounts/" + worker.staff());
        admin.sends("/desk/admin/accounts/" + worker.staff(), Map.of("act", "lock", "why", "离岗"));
        var auditor = employer.signIn(employer.hires("auditor"));

        var locked = auditor.opens("/desk/admin/journal?verb=identity.lock&subject=" + worker.account());
        var signedIn = auditor.opens("/desk/admin/journal?verb=identity.sign-in");

        assertThat(locked.body()).contains("锁定账号", "identity.lock", "离岗", ">账号<");
        assertThat(signedIn.body()).contains("登录", "网络地址：127.0.0.1").doesNotContain("{&quot;", "{\"");
    }

    @Test
    void theListsCostAFewStatementsHoweverLongTheyAre() throws Exception {
        var admin = employer.signIn(employer.hires("system-administrator"));
        admin.opens("/desk/admin/accounts");

        // Session, person unless asked for just before, the people with their number, their accounts.
        assertThat(StatementCount.during(() -> admin.opens("/desk/admin/accounts")))
                .isBetween(3, 4);
    }

    @Test
    void thePagesSpeakEnglishToo() {
        var admin = employer.signIn(employer.hires("security-administrator"));
        admin.opens("/language?lang=en&back=/desk/admin/roles");

        assertThat(admin.opens("/desk/admin/roles").body())
                .contains("lang=\"en\"", "Security auditor")
                .doesNotContain("⟦");
    }
}
