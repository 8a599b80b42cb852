package org.tongqu.platform.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: an officer compiles a resource with plain forms. */
class CatalogPageTest {

    private static final Map<String, String> DRAFT = Map.of(
            "category", "307901",
            "name", "婚姻登记信息",
            "summary", "全市婚姻登记的结果",
            "cycle", "daily",
            "format", "database",
            "formatDetail", "mysql",
            "sharing", "unconditional",
            "ways", "table",
            "opening", "closed");
    private static final Map<String, String> ITEM = Map.of(
            "itemName", "登记日期",
            "field", "registered_on",
            "type", "date",
            "sensitivity", "personal",
            "authority", "source",
            "act", "save");

    private final Employer employer = Employer.at(StartedPlatform.shared(), "11110105MB0P0071XX");

    @Test
    void aDraftIsWrittenItemByItemAndSubmitted() {
        var visitor = employer.signIn(employer.hires(Compiling.OFFICER));
        visitor.opens("/desk/catalog/new");
        var refused = sent(visitor, "/desk/catalog", DRAFT, Map.of("sharing", "none", "name", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("请填写", "请写明法律、行政法规或政策依据");

        var made = visitor.sends("/desk/catalog", DRAFT);
        assertThat(made.at().getPath()).startsWith("/desk/catalog/307901-");
        assertThat(made.body()).contains("还没有信息项", "婚姻登记信息");
        var address = made.at().getPath();
        assertThat(visitor.sends(address + "/submit", Map.of()).status()).isEqualTo(422);

        visitor.opens(address + "/items/new");
        var wrong = sent(visitor, address + "/items/new", ITEM, Map.of("field", "登记日期"));
        assertThat(wrong.body()).contains("不能作字段名");
        assertThat(visitor.sends(address + "/items/new", ITEM).body()).contains("registered_on", "个人信息");
        assertThat(visitor.sends(address + "/submit", Map.of()).body()).contains("待部门审核", "已提交本部门数据负责人审核");
        assertThat(visitor.opens(address + "/edit").status()).isEqualTo(404);
    }

    @Test
    void whoeverHasNoPostForItMayLookButNotWrite() {
        var visitor = employer.signIn(employer.hires("acceptor"));

        assertThat(visitor.opens("/desk/catalog").body()).contains("政务数据资源目录").doesNotContain("编制资源目录");
        assertThat(visitor.opens("/desk/catalog/new").status()).isEqualTo(403);
        assertThat(visitor.sends("/desk/catalog", DRAFT).status()).isEqualTo(422);
        assertThat(visitor.opens("/desk/catalog/307901-999999").status()).isEqualTo(404);
        assertThat(visitor.opens("/desk/catalog/nothing").status()).isEqualTo(404);
    }

    @Test
    void pagesOfTheCatalogueAskLittle() throws Exception {
        var department = Department.fresh();
        var code = department.published(Department.draft("少问几次"));
        var visitor = employer.signIn(employer.hires(Compiling.OFFICER));
        asksAtMost(5, visitor, "/desk/catalog");
        asksAtMost(7, visitor, "/desk/catalog/" + code.key());
    }

    private static void asksAtMost(int statements, Visitor visitor, String page) throws Exception {
        assertThat(visitor.opens(page).status()).as(page).isEqualTo(200);
        assertThat(StatementCount.during(() -> visitor.opens(page))).as(page).isLessThanOrEqualTo(statements);
    }

    private static Visitor.Answer sent(
            Visitor visitor, String address, Map<String, String> fields, Map<String, String> but) {
        var changed = new LinkedHashMap<>(fields);
        changed.putAll(but);
        return visitor.sends(address, changed);
    }
}
