package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongqu.journeys._support.DepartmentDatabase;
import org.tongqu.journeys._support.Person;

/** JOURNEY: from an item of the catalogue to the corrected value, under one agreement (acceptance scenario 5). */
class SharingJourneyTest {

    private static final String RESOURCE = "/desk/catalog/203002-3";
    private static final String FLOW = "/desk/exchange/unemployment-to-public-security";
    private static final String RECEIPT = "main table a[href*='/runs/']";
    private static final Pattern AGREEMENT = Pattern.compile("GX-[0-9]+-[0-9]+");

    @Test
    void whatOneDepartmentKeepsReachesAnotherAndAWrongValueIsMendedAtItsSource() {
        try (var consumer = Person.officer("data-provider");
                var provider = Person.officer("data-consumer");
                var authority = Person.officer("data-authority");
                var supervisor = Person.officer("supervisor")) {
            authority.untilItSays(FLOW, "不予运行", "没有共享协议");
            assertThat(consumer.visit(RESOURCE).text()).contains("失业保险参保信息", "超期未更新");
            anAlarmReachesSupervision(supervisor);
            var agreement = anAgreementIsMade(consumer, provider, authority);
            rowsFlow(authority, agreement);
            assertThat(consumer.visit(RESOURCE).text()).contains("按期更新");
            aWrongValueIsMended(consumer, provider, authority, agreement);
        }
    }

    private static void anAlarmReachesSupervision(Person supervisor) {
        supervisor.visit("/desk/supervision/findings?level=red&rule=stale-resource");
        assertThat(supervisor.text()).contains("共享数据超期未更新", "人力资源和社会保障局");
        supervisor.looksAs("findings-stale-resources");
        supervisor.click("tbody a[href*='/findings/']");
        assertThat(supervisor.text()).contains("共享数据超期未更新", "更新周期");
    }

    /** @return its number */
    private static String anAgreementIsMade(Person consumer, Person provider, Person authority) {
        consumer.visit(RESOURCE).follow("申请共享");
        consumer.answer("purpose", "comparison")
                .answer("use", "居住证积分核验就业和参保情况。")
                .answer("basis", "《居住证暂行条例》")
                .answer("items", "cert_no", "person_name", "employer_name", "kind", "state")
                .pressMain();
        var address = consumer.path().replaceFirst("[?].*", "");
        provider.visit(address).press("同意共享");
        authority.visit(address).press("核查通过");
        assertThat(authority.text()).contains("协议已生效");
        var number = AGREEMENT.matcher(authority.text());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private static void rowsFlow(Person authority, String agreement) {
        authority.visit(FLOW).press("立即运行");
        authority.untilThereIs(FLOW, RECEIPT).click(RECEIPT);
        assertThat(authority.text()).contains("回执真实", "签名有效", agreement);
    }

    private static void aWrongValueIsMended(Person consumer, Person provider, Person authority, String agreement) {
        var number = DepartmentDatabase.value("human_resources", "SELECT sfzh FROM sy.cbry WHERE grbh = 17");
        consumer.visit(FLOW).follow("反馈收到的错误数据");
        consumer.answer("key.cert_no", number)
                .answer("item", "employer_name")
                .answer("expected", "云州更名后物流有限公司")
                .answer("why", "居住证申请人提交的劳动合同上是另一家单位。")
                .pressMain();
        var address = consumer.path().replaceFirst("[?].*", "");
        assertThat(consumer.text()).contains("待提供部门核实", agreement);
        assertThat(DepartmentDatabase.change(
                        "human_resources",
                        "UPDATE sy.cbry SET dwmc = '云州更名后物流有限公司', xgsj = clock_timestamp() WHERE grbh = 17"))
                .isOne();
        provider.visit(address).looksAs("correction-to-answer");
        provider.answer("why.correct", "已按劳动合同更正。").press("已在来源更正");
        assertThat(provider.text()).contains("来源已更正，等待交换");
        authority.visit(FLOW).press("立即运行");
        consumer.untilItSays(address, "更正值已到达", "更正值到达，与反馈一致");
        consumer.looksAs("correction-arrived");
    }
}
