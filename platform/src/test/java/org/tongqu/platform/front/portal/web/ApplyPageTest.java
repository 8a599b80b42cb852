package org.tongqu.platform.front.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.front.portal._support.Applicant;

/** FEATURE: somebody applies, one thing per page or all at once, and holds a receipt in the end. */
class ApplyPageTest {

    private final StartedPlatform platform = StartedPlatform.shared();

    @Test
    void whoIsNotSignedInIsShownToTheDoorAndBack() {
        var stranger = platform.visitor();

        var door = stranger.opens("/apply/" + Applicant.SERVICE);

        assertThat(door.at().getPath()).isEqualTo("/sign-in");
        assertThat(door.at().getQuery()).contains("/apply/" + Applicant.SERVICE);
    }

    @Test
    void aPageAsksOneThingAndTheNextOneFollows() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();

        var first = applicant.browser().opens(draft + "/name");
        var second = applicant
                .browser()
                .sends(
                        draft + "/name",
                        Map.of("companyName", "云州市青禾文化传播有限公司", "nameCommitment", "true", "then", "next"));

        assertThat(first.body()).contains("公司叫什么名字？", "第 1 步").doesNotContain("⟦");
        assertThat(second.at().getPath()).isEqualTo(draft + "/type");
    }

    @Test
    void aWrongAnswerIsKeptAndTheSummaryLeadsToItsField() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();

        applicant.browser().opens(draft + "/capital");
        var again =
                applicant.browser().sends(draft + "/capital", Map.of("registeredCapital", "一百", "paidInYears", "9"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("href=\"#f-registeredCapital\"", "value=\"一百\"", "href=\"#f-paidInYears\"");
    }

    @Test
    void leavingKeepsTheDraftForAnotherDevice() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();

        applicant.browser().opens(draft + "/name");
        var left = applicant.browser().sends(draft + "/name", Map.of("companyName", "云州市青", "then", "leave"));

        assertThat(left.at().toString()).endsWith("/my?done=draft.saved");
        assertThat(left.body()).contains("草稿已保存", draft);
        assertThat(applicant.browser().opens(draft + "/name").body()).contains("value=\"云州市青\"");
    }

    @Test
    void somebodyElsesDraftIsNotThere() {
        var draft = Applicant.of(platform).begins();
        var other = Applicant.of(platform).browser();

        for (var page : new String[] {"", "/name", "/all", "/check", "/delete", "/shareholders/0"}) {
            assertThat(other.opens(draft + page).status()).as(page).isEqualTo(404);
        }
        assertThat(other.sends(draft + "/name", Map.of("companyName", "x")).status())
                .isEqualTo(404);
        assertThat(other.sends(draft + "/submit", Map.of("token", "x", "declared", "yes"))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void aFieldThatIsNotOnThePageIsRefusedWithWords() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();

        applicant.browser().opens(draft + "/name");
        var told = applicant
                .browser()
                .sends(
                        draft + "/name",
                        Map.of("companyName", "云州市青禾文化传播有限公司", "nameCommitment", "true", "registeredCapital", "1"));

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.body()).contains("有一处内容不在这张表里", "registeredCapital");
        assertThat(applicant.browser().opens(draft + "/capital").body()).doesNotContain("value=\"1\"");
    }

    @Test
    void shareholdersAreAddedOneByOneAndRemovedAgain() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();
        var browser = applicant.browser();

        browser.opens(draft + "/shareholders/0");
        var kindOnly = browser.sends(draft + "/shareholders/0", Map.of("kind", "firm", "name", "青禾有限公司"));
        assertThat(kindOnly.status()).isEqualTo(422);
        assertThat(kindOnly.body()).contains("统一社会信用代码");
        assertThat(browser.opens(draft + "/shareholders").body()).contains("青禾有限公司");

        var removed = browser.sends(draft + "/shareholders", Map.of("remove", "0"));
        assertThat(removed.body()).doesNotContain("青禾有限公司");
    }

    @Test
    void everythingAtOnceLeadsToAReceiptThatTellsWhatHappensNext() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();

        var check = applicant.fills(draft);
        assertThat(check.at().getPath()).as(check.body()).isEqualTo(draft + "/check");
        assertThat(check.body()).contains("核对您填写的内容", "articles.pdf", "陈晓").doesNotContain("⟦", "error-summary");

        var receipt = applicant.submits(draft);
        assertThat(receipt.at().getPath()).matches("/my/cases/999901-2026-[0-9]+-./receipt");
        assertThat(receipt.body()).contains("我们收到了您的申请", "清河区市场监督管理局", "查询码").doesNotContain("⟦");
    }

    @Test
    void pressingTheButtonTwiceGivesOneReceipt() throws Exception {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();
        applicant.fills(draft);
        var token = applicant.token(draft);

        var first = applicant.submits(draft, token);
        var again = applicant.submits(draft, token);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.at()).isEqualTo(first.at());
        assertThat(applicant.browser().opens("/my").body().split("data-href=\"/my/cases/"))
                .hasSize(2);
    }

    @Test
    void nothingIsSentWithoutTheDeclaration() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();
        applicant.fills(draft);

        var told = applicant.browser().sends(draft + "/submit", Map.of("token", applicant.token(draft)));

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.body()).contains("请先勾选声明", "href=\"#f-declared\"");
    }

    @Test
    void aTamperedTokenSendsNothing() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();
        applicant.fills(draft);

        var told = applicant.submits(draft, "made-up");

        assertThat(told.status()).isEqualTo(410);
        assertThat(told.body()).contains("这一页已经不在了");
        assertThat(applicant.browser().opens(draft + "/check").status()).isEqualTo(200);
    }

    @Test
    void aDisguisedFileIsNotTaken() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();
        applicant.browser().opens(draft + "/materials");

        var told = applicant.sendsParts(
                draft + "/materials",
                Map.of("then", "stay"),
                Map.of("articles", "MZ not a paper".getBytes(StandardCharsets.UTF_8)));

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.body()).contains("articles.pdf", "内容和扩展名不符");
    }

    @Test
    void whatIsTypedAfterTheSessionEndedIsKept() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();
        applicant.browser().opens(draft + "/name");
        platform.database()
                .asOwner()
                .sql(
                        "UPDATE identity.session SET ended_at = now(), ended_why = 'ended-by-admin' WHERE ended_at IS NULL")
                .update();

        var door = applicant
                .browser()
                .sends(draft + "/name", Map.of("companyName", "云州市晚霞文化传播有限公司", "nameCommitment", "true"));
        assertThat(door.at().getPath()).isEqualTo("/sign-in");

        applicant.signIn();
        assertThat(applicant.browser().opens(draft).status()).isEqualTo(200);
    }
}
