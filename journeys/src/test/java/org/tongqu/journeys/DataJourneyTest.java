package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.RequestOptions;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.tongqu.journeys._support.Person;
import org.tongqu.journeys._support.RunningDemo;

/** JOURNEY: a department describes its data and another asks for them; both agree before anything flows. */
class DataJourneyTest {

    private static final String RECEIPT = "main table a[href*='/runs/']";
    private static final String RESIDENTS = "/desk/catalog/101001-1";
    private static final String OPEN = "政府公报";

    /** In the catalogue of the demo's neighbour. */
    private static final String NEIGHBOURS = "地质灾害隐患点";

    /** A firm of the register of the demo's departments. */
    private static final String REGISTERED = "91999905700000084F";

    /** Somebody whom the interface of the demo's department knows. */
    private static final String CANCELLED = "999901193104120039";

    @Test
    void aResourceIsCompiledReviewedAndPublished() {
        try (var officer = Person.officer("data-provider");
                var chief = Person.officer("data-chief");
                var authority = Person.officer("data-authority")) {
            officer.visit("/desk/catalog").looksAs("catalog");
            assertThat(officer.text()).contains("常住人口基本信息");
            officer.visit(RESIDENTS).looksAs("catalog-resource");
            officer.visit("/desk/catalog/import").looksAs("catalog-import");
            officer.visit("/desk/catalog/new").looksAs("catalog-new");
            officer.answer("category", "101001")
                    .answer("name", "临时身份证明办理信息")
                    .answer("summary", "办理临时居民身份证明的记录，一件一条。")
                    .answer("cycle", "daily")
                    .answer("format", "database")
                    .answer("formatDetail", "KingbaseES")
                    .answer("sharing", "unconditional")
                    .answer("ways", "table")
                    .answer("opening", "closed")
                    .pressMain();
            var address = officer.path().replaceFirst("[?].*", "");
            officer.visit("/desk/catalog/discover").looksAs("catalog-discover");
            officer.visit(address + "/items/new").looksAs("catalog-item");
            officer.answer("itemName", "证明编号")
                    .answer("field", "proof_no")
                    .answer("type", "text")
                    .answer("length", "20")
                    .answer("sensitivity", "internal")
                    .answer("authority", "source")
                    .press("保存");
            officer.visit(address + "/edit").looksAs("catalog-edit");
            officer.visit(address).press("提交审核").looksAs("catalog-submitted");
            chief.visit(address).press("审核通过");
            authority.visit(address).press("发布");
            assertThat(authority.text()).contains("已发布", "proof_no");
            assertThat(officer.visit("/desk/catalog?q=临时身份证明").text()).contains("临时身份证明办理信息");
        }
    }

    @Test
    void whatIsOpenIsFoundByEverybody() {
        try (var somebody = Person.anybody()) {
            somebody.visit("/data").looksAs("open-data");
            somebody.visit("/data?q=" + OPEN).follow(OPEN).looksAs("open-data-resource");
            assertThat(somebody.text()).contains("开放属性", "更新周期");
        }
    }

    @Test
    void whatANeighbourHasIsHarvestedAndFoundAsFromElsewhere() {
        try (var authority = Person.officer("data-authority");
                var somebody = Person.anybody()) {
            authority.untilThereIs("/desk/catalog/harvest", "main table a[href*='/harvest/']");
            authority.looksAs("harvest");
            authority.click("main table a[href*='/harvest/']");
            var address = authority.path().replaceFirst("[?].*", "");
            authority.untilThereIs(address, "main table a[href*='/rejected/']");
            authority.untilItSays(address, "已完成");
            authority.looksAs("harvest-source");
            authority.click("main table a[href*='/rejected/']");
            authority.looksAs("harvest-rejected");
            authority.press("再试一次");
            assertThat(authority.text()).contains("还是不能收下");
            authority.visit(address + "/edit").looksAs("harvest-source-edit");
            authority.visit("/desk/catalog/harvest/new").looksAs("harvest-source-new");
            authority.visit("/desk/catalog/elsewhere").looksAs("catalog-elsewhere");
            authority.follow(NEIGHBOURS).looksAs("catalog-elsewhere-record");
            somebody.visit("/data?q=" + NEIGHBOURS);
            assertThat(somebody.text()).contains("外部目录");
            somebody.visit("/data/elsewhere?q=" + NEIGHBOURS).looksAs("open-data-elsewhere");
            somebody.follow(NEIGHBOURS).looksAs("open-data-elsewhere-record");
            assertThat(somebody.text()).contains("不在本平台的目录中", "沧宁市");
        }
    }

    @Test
    void whatTheCatalogueLacksIsAskedForAndAnswered() {
        try (var consumer = Person.officer("data-consumer");
                var authority = Person.officer("data-authority")) {
            consumer.visit("/desk/catalog?q=共享单车停放点").follow("提出数据需求").looksAs("demand-new");
            consumer.answer("elements", "停放点名称；坐标；容量")
                    .answer("purpose", "规划公共就业服务点周边接驳。")
                    .answer("basis", "《中华人民共和国就业促进法》")
                    .answer("frequency", "monthly")
                    .pressMain();
            var address = consumer.path().replaceFirst("[?].*", "");
            assertThat(consumer.text()).contains("共享单车停放点", "待指定");
            authority.visit("/desk/demands?shelf=to-assign").looksAs("demands");
            authority.visit(address).looksAs("demand-assign");
            consumer.visit(address).press("撤回");
            assertThat(consumer.text()).contains("已撤回");
        }
    }

    @Test
    void dataAreAskedForAnsweredCheckedAndStopped() {
        try (var consumer = Person.officer("data-consumer");
                var provider = Person.officer("data-provider");
                var authority = Person.officer("data-authority")) {
            consumer.visit(RESIDENTS).follow("申请共享").looksAs("agreement-new");
            consumer.answer("purpose", "statistics")
                    .answer("use", "测算各区县就业服务网点布局。")
                    .answer("basis", "《中华人民共和国就业促进法》")
                    .answer("items", "birth_date", "sex")
                    .pressMain();
            var address = consumer.path().replaceFirst("[?].*", "");
            assertThat(consumer.text()).contains("待提供部门答复", "办理过程");
            provider.visit("/desk/agreements?shelf=asked-of-us").looksAs("agreements");
            provider.visit(address).looksAs("agreement-answer");
            provider.press("同意共享");
            authority.visit("/desk/agreements?shelf=before-authority").looksAs("agreements-authority");
            authority.visit(address).press("核查通过");
            assertThat(authority.text()).contains("协议已生效");
            authority.looksAs("agreement");
            assertThat(consumer.visit(RESIDENTS).text()).contains("正在使用的部门");
        }
    }

    @Test
    void rowsFlowUnderAgreementsAndWhatBreaksARuleIsSetAside() {
        try (var authority = Person.officer("data-authority")) {
            authority.untilThereIs("/desk/exchange/firms-to-tax", RECEIPT);
            authority.looksAs("exchange-flow");
            assertThat(authority.text()).contains("uniscid", "credit_code", "统一社会信用代码校验", "停用流程");
            authority.click(RECEIPT);
            authority.looksAs("exchange-receipt");
            assertThat(authority.text()).contains("回执真实", "签名有效", "共享交换平台", "GX-");
            authority.visit("/desk/exchange/firms-to-tax").press("比对两端");
            authority.untilItSays(authority.path(), "来源端应发送", "目标端现有");
            authority.looksAs("exchange-comparison");
            authority.visit("/desk/exchange/receipts").looksAs("exchange-receipt-check");
            authority.visit("/desk/exchange").looksAs("exchange");
            assertThat(authority.text()).contains("企业登记信息交税务", "部门间数据流向", "各部门收支", "更新超期和临期的数据资源");
            assertThat(authority.text()).contains("及时率", "准确率", "完整率");
            authority.visit("/desk/exchange/nodes").looksAs("exchange-nodes");
            authority.answer("system", "journey-system").press("生成接入码");
            authority.looksAs("exchange-node-code");
            assertThat(authority.text()).contains("./tongqu node enrol --centre https://");
            authority.visit("/desk/exchange/figures/102001-1").looksAs("exchange-figures");
            assertThat(authority.text()).contains("怎么算的", "企业登记信息交税务", "各数据项的空缺");
            authority.visit("/desk/exchange/quality").looksAs("exchange-quality");
            authority.visit("/desk/exchange/firms-to-tax/quarantine").looksAs("exchange-quarantine");
            assertThat(authority.text()).contains("统一社会信用代码的校验码");
            authority.click("main table a");
            authority.looksAs("exchange-repair");
            authority.untilItSays("/desk/exchange/income-to-civil-affairs", "不予运行", "协议未生效");
            authority.untilItSays("/desk/files", "常住人口统计交城管", "未收下", "SHA-256 与清单不符");
            authority.looksAs("files");
            authority.visit("/desk/files/population-to-urban-management").looksAs("files-flow");
            assertThat(authority.text()).contains("2025-1", "400 行");
            authority.visit("/desk/files").follow("交出的文件批次").looksAs("files-out");
            authority.untilItSays("/desk/files/out/income-to-hospitals", "可下载", "income-to-hospitals.csv");
            authority.looksAs("files-out-flow");
        }
    }

    @Test
    void aWrongValueGoesBackToItsSourceUnderItsAgreement() {
        try (var consumer = Person.officer("data-consumer")) {
            consumer.untilThereIs("/desk/exchange/firms-to-human-resources", RECEIPT);
            consumer.follow("反馈收到的错误数据").looksAs("correction-new");
            consumer.answer("key.credit_code", REGISTERED)
                    .answer("item", "firm_name")
                    .answer("expected", "云州安康商贸一号有限公司")
                    .answer("why", "与营业执照上的名称不同。")
                    .pressMain();
            consumer.looksAs("correction");
            assertThat(consumer.text()).contains("待提供部门核实", "GX-", "收到的值", "云州安康商贸一号有限公司");
            consumer.visit("/desk/corrections").looksAs("corrections");
        }
    }

    @Test
    void whatDoesNotAgreeIsFoundAndSentToItsSource() {
        try (var authority = Person.officer("data-authority")) {
            var job = "/desk/comparisons/cancelled-firm-insures";
            authority.untilThereIs(job, "main table a[href*='" + job + "/']");
            authority.looksAs("comparison");
            assertThat(authority.text()).contains("已注销企业仍在参保", "已退回来源", "两侧都有", "最近的比对");
            authority.click("main table a[href*='" + job + "/']");
            assertThat(authority.text()).contains("两侧的说法", "***");
            authority
                    .answer("purpose", "comparison")
                    .answer("why", "核实已注销企业的参保人员")
                    .press("查看完整内容")
                    .looksAs("comparison-finding");
            assertThat(authority.text()).contains("JC-").doesNotContain("***");
            authority.visit("/desk/comparisons").looksAs("comparisons");
            assertThat(authority.text()).contains("死亡人员仍在领取低保", "重复结婚登记");
            authority
                    .visit("/desk/comparisons/deceased-under-another-number/review")
                    .looksAs("comparison-review");
            authority.answer("purpose", "comparison").answer("why", "核对死亡登记的号码").press("开始判断");
            assertThat(authority.text()).contains("拿不准", "最近的判断");
        }
    }

    @Test
    void theMeansOfAnApplicantAreCheckedAtTheCounter() {
        try (var window = Person.officer("civil-window")) {
            window.visit("/desk/checks").looksAs("checks");
            window.follow("居民家庭经济状况核对").looksAs("check");
            window.answer("numbers", "999904195201010008\n12").pressMain();
            assertThat(window.text()).contains("第 2 行不是正确的公民身份号码", "没有书面授权不能查询");
            window.answer("numbers", "999904195201010008\n999905195201030005")
                    .answer("matter", "YZ-2026-0001")
                    .answer("purpose", "comparison")
                    .answer("consent", "yes")
                    .pressMain()
                    .looksAs("check-answered");
            assertThat(window.text())
                    .contains("第 1 人", "第 2 人", "个人所得税", "机动车", "社会保险缴费基数", "住房公积金", "开办企业", "查询结果不保存");
        }
    }

    @Test
    void whatDiffersFromABaseRegisterIsCorrectedByItsDepartmentAndGone() {
        try (var authority = Person.officer("data-authority");
                var provider = Person.officer("data-provider")) {
            var job = "/desk/comparisons/driver-register";
            authority.untilThereIs(job, "main table a[href*='" + job + "/']");
            authority.visit("/desk/comparisons/registers").looksAs("comparison-registers");
            assertThat(authority.text()).contains("部门与基础库比对", "人口", "法人", "房屋", "城市部件", "宏观经济", "一致率");
            authority.click("main table a[href='" + job + "']");
            assertThat(authority.text()).contains("驾驶证与人口库比对", "黄金记录");
            authority.click("main table a[href*='" + job + "/']");
            var finding = authority.path().replaceFirst("[?].*", "");
            authority
                    .answer("purpose", "comparison")
                    .answer("why", "核实驾驶人姓名")
                    .press("查看完整内容")
                    .looksAs("comparison-register-finding");
            assertThat(authority.text()).contains("姓名：公安");
            authority.click("main a[href*='/desk/corrections/JC-']");
            provider.visit(authority.path().replaceFirst("[?].*", ""));
            assertThat(provider.text()).contains("ledger-driver", "人口 · 公安");
            provider.answer("why.correct", "录入时多写了一个字，已在台账更正。").press("已在来源更正");
            assertThat(provider.text()).contains("等待下一次交换");
            authority.visit("/desk/exchange/ledger-driver").press("立即运行");
            authority.untilItSays(finding, "已消除");
        }
    }

    @Test
    void aSystemCallsAnotherDepartmentWithItsKeyAndTheCallIsSeen() {
        try (var consumer = Person.officer("data-consumer");
                var provider = Person.officer("data-provider")) {
            provider.visit("/desk/interfaces/new").looksAs("interface-new");
            consumer.visit("/desk/interfaces").looksAs("interfaces");
            consumer.visit("/desk/interfaces/keys").looksAs("interface-keys");
            var agreement = consumer.page()
                    .locator("option")
                    .filter(new Locator.FilterOptions().setHasText("死亡注销"))
                    .getAttribute("value");
            consumer.answer("agreement", agreement)
                    .answer("label", "养老待遇核查系统")
                    .answer(
                            "last",
                            LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                    .plusDays(30)
                                    .toString())
                    .pressMain();
            var key = consumer.page().locator("main code").first().innerText();
            var answer = consumer.page()
                    .request()
                    .get(
                            RunningDemo.at("/api/interfaces/101001-4/query?cert_no=" + CANCELLED),
                            RequestOptions.create()
                                    .setHeader("Authorization", "Bearer " + key)
                                    .setHeader("Tongqu-Purpose", "comparison"));
            assertThat(answer.text()).contains(CANCELLED, "person_name").doesNotContain("matter", "registered_on");
            provider.visit("/desk/interfaces/of/101001-4").looksAs("interface-document");
            provider.visit("/desk/interfaces/at/101001-4.query").looksAs("interface");
            assertThat(provider.text()).contains("已答复", agreement, "近两周");
        }
    }
}
