package org.tongqu.platform.front.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.design.TextsBundle;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform.front.portal._support.Applicant;
import org.tongqu.platform.front.portal._support.PortalCity;
import org.tongqu.platform.matter.services.ItemLists;

/** FEATURE: anybody finds a service, reads what was decided and checks a licence, in both languages. */
class PublicPageTest {

    private final StartedPlatform platform = StartedPlatform.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/services",
                "/services?q=营业执照",
                "/services?q=没有这样的服务",
                "/services/" + Applicant.SERVICE,
                "/services/" + Applicant.SERVICE + "/form",
                "/powers",
                "/powers/" + Applicant.SERVICE,
                "/life/establishment",
                "/results",
                "/openness",
                "/licences/check",
                "/progress",
                "/gallery",
                "/gallery/desk"
            })
    void everyPublicPageIsThereInBothLanguages(String path) {
        PortalCity.build(platform);
        var reader = platform.visitor();
        var address = path.replaceAll(
                "q=.*", "q=" + java.net.URLEncoder.encode(path.replaceAll(".*q=", ""), StandardCharsets.UTF_8));

        var chinese = reader.opens(address);
        reader.opens("/language?lang=en&back=/help");
        var english = reader.opens(address);

        assertThat(chinese.status()).isEqualTo(200);
        assertThat(english.status()).isEqualTo(200);
        assertThat(chinese.body()).contains("lang=\"zh-CN\"").doesNotContain("⟦");
        assertThat(english.body()).contains("lang=\"en\"").doesNotContain("⟦");
        assertThat(platform.bean(TextsBundle.class).askedInVain()).isEmpty();
    }

    @Test
    void servicesAreNarrowedByVisitsAndByWhatWorksOnline() {
        var reader = platform.visitor();

        assertThat(reader.opens("/services?visits=0&depth=5").body())
                .contains("/services/" + Applicant.SERVICE, "互联网办理", "网办深度");
        assertThat(reader.opens("/services?depth=8").body()).doesNotContain("/services/" + Applicant.SERVICE);
    }

    @Test
    void aLifeEventListsItsServicesInOrderWithWhoDoesWhatAndThePapers() {
        PortalCity.build(platform);
        var page = platform.visitor().opens("/life/establishment").body();

        assertThat(page.indexOf("1. 开办企业一件事")).isPositive().isLessThan(page.indexOf("2. 企业设立登记"));
        assertThat(page).contains("印章刻制", "涉税办理", "住所使用证明", "1 个工作日");
        assertThat(platform.visitor().opens("/").body()).contains("href=\"/life/establishment\"");
        assertThat(platform.visitor().opens("/life/birth").body()).contains("还没有开通网上办理");
        assertThat(platform.visitor().opens("/life/nothing").status()).isEqualTo(404);
    }

    @Test
    void aPowerIsPublicWithItsBasisItsChartAndWhoAnswersForEachStep() {
        PortalCity.build(platform);
        var reader = platform.visitor();

        assertThat(reader.opens("/powers?type=01").body()).contains("/powers/" + Applicant.SERVICE, "行政许可");
        assertThat(reader.opens("/powers?q=000131004001").body()).contains("共 1 项");
        assertThat(reader.opens("/powers/" + Applicant.SERVICE).body()).contains("<svg", "公司法", "核准人", "000131004000");
        assertThat(reader.opens("/powers/nobody/nothing").status()).isEqualTo(404);
    }

    @Test
    void everyItemOfTheListKeepsTheRulesAndIsPublicWithAllItsFields() {
        PortalCity.build(platform);
        var items = platform.bean(ItemLists.class);

        assertThat(items.all())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(items.check(item.cells())).isEmpty());
        var item = items.all().getFirst();
        var page = platform.visitor().opens("/items/" + item.code());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(item.code().value(), item.body().name().zh(), "网办深度", "实施主体性质", "法定机关")
                .doesNotContain("⟦");
        assertThat(platform.visitor().opens("/powers/" + item.packId()).body()).contains("/items/" + item.code());
        assertThat(platform.visitor().opens("/items/123").status()).isEqualTo(404);
        assertThat(items.columns())
                .allSatisfy(column -> assertThat(platform.bean(TextsBundle.class)
                                .in(org.tongqu.design.Language.ZH)
                                .knows("portal.item." + column))
                        .isTrue());
    }

    @Test
    void theHomePageIsLight() {
        var page = platform.visitor().opens("/");

        assertThat(page.body().length()).isLessThan(60_000);
    }

    @Test
    void busyPagesAskTheDatabaseSeldom() throws Exception {
        var reader = platform.visitor();
        reader.opens("/");
        reader.opens("/services");

        assertThat(StatementCount.during(() -> reader.opens("/"))).isZero();
        assertThat(StatementCount.during(() -> reader.opens("/services"))).isZero();
    }

    @Test
    void anUnknownCheckCodeSaysSoAndWhatToDo() {
        var answer = platform.visitor().opens("/check/nobody-has-this");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("没有这个核验码", "12345");
    }

    @Test
    void progressNeedsTheCodeOfTheReceipt() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();
        applicant.fills(draft);
        var receipt = applicant.submits(draft);
        var number = receipt.at().getPath().replaceAll("/my/cases/([^/]+)/receipt", "$1");
        var code = receipt.body().replaceAll("(?s).*<dt>查询码</dt><dd>([2-9A-Z]{8}).*", "$1");
        var stranger = platform.visitor();
        stranger.opens("/progress");

        var guessed = stranger.sends("/progress", Map.of("receipt", number, "code", "22222222"));
        var asked = stranger.sends("/progress", Map.of("receipt", number, "code", code.toLowerCase(Locale.ROOT)));

        assertThat(guessed.status()).isEqualTo(404);
        assertThat(asked.body()).contains("您提交了申请", "受理审查").doesNotContain("陈晓", "⟦");
        assertThat(platform.visitor().opens("/my/cases/" + number).at().getPath())
                .isEqualTo("/sign-in");
    }

    @Test
    void oneMatterShowsItsStoryToItsOwnerAndToNobodyElse() throws Exception {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();
        applicant.fills(draft);
        var number = applicant.submits(draft).at().getPath().replaceAll("/my/cases/([^/]+)/receipt", "$1");
        var browser = applicant.browser();

        var story = browser.opens("/my/cases/" + number);
        assertThat(story.body())
                .contains("您提交了申请", "受理审查", "清河区市场监督管理局", "撤回申请", "云州市青禾文化传播有限公司", "适用的事项版本", "到这一步后1 个工作日内")
                .doesNotContain("⟦");
        assertThat(Applicant.of(platform).browser().opens("/my/cases/" + number).status())
                .isEqualTo(404);
        assertThat(StatementCount.during(() -> browser.opens("/my/cases/" + number)))
                .isLessThanOrEqualTo(12);
        assertThat(StatementCount.during(() -> browser.opens("/my"))).isLessThanOrEqualTo(8);
        browser.opens("/"); // what is the same for everybody is fetched anew every ten seconds
        assertThat(StatementCount.during(() -> browser.opens("/"))).isLessThanOrEqualTo(4);
        assertThat(story.header("Cache-Control")).contains("no-store");
    }

    @Test
    void whoWasToldNothingYetHasAnEmptyBoxOfMessages() {
        var browser = Applicant.of(platform).browser();

        assertThat(browser.opens("/my").body()).contains("/my/notices");
        assertThat(browser.opens("/my/notices").body()).contains("还没有消息").doesNotContain("⟦");
        assertThat(platform.visitor().opens("/my/notices").at().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void withdrawingNeedsAReasonAndEndsTheMatter() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();
        applicant.fills(draft);
        var number = applicant.submits(draft).at().getPath().replaceAll("/my/cases/([^/]+)/receipt", "$1");
        var browser = applicant.browser();

        browser.opens("/my/cases/" + number + "/withdraw");
        var silent = browser.sends("/my/cases/" + number + "/withdraw", Map.of("why", " "));
        var done = browser.sends("/my/cases/" + number + "/withdraw", Map.of("why", "换一个名称再申请"));

        assertThat(silent.status()).isEqualTo(422);
        assertThat(done.body()).contains("申请已撤回", "您撤回了申请", "换一个名称再申请").doesNotContain("现在去补正");
    }
}
