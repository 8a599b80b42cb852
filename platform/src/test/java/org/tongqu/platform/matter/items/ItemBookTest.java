package org.tongqu.platform.matter.items;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: an office hands its items in as a table; everybody reads them, and every version stays. */
class ItemBookTest {

    private static final StartedPlatform PLATFORM = StartedPlatform.shared();
    private static final String OFFICE = "11110105MB0P01030Y";
    private static final String BASIC = "000700114000";
    private static final String CODE = OFFICE + "4" + BASIC;

    private final Employer employer = Employer.at(PLATFORM, OFFICE);

    /** A line in which nothing is wrong. */
    private static Map<String, String> item() {
        var cells = new LinkedHashMap<String, String>();
        cells.put("task_code", CODE);
        cells.put("catalog_code", BASIC);
        cells.put("task_name", "测试用婚姻登记");
        cells.put("task_type", "07");
        cells.put("by_law", "《婚姻登记条例》第四条");
        cells.put("use_level", "4");
        cells.put("dept_code", OFFICE);
        cells.put("dept_name", "测试单位");
        cells.put("anticipate_day", "5");
        cells.put("anticipate_type", "1");
        cells.put("promise_day", "3");
        cells.put("promise_type", "1");
        cells.put("project_type", "2");
        cells.put("limit_scene_num", "1");
        cells.put("limit_scene_explain", "本人到场");
        cells.put("is_fee", "0");
        cells.put("server_type", "1");
        cells.put("link_way", "0000-1");
        cells.put("supervise_way", "0000-2");
        cells.put("user_topic_type", "婚姻登记");
        return cells;
    }

    private static Map<String, String> with(String column, String cell) {
        var cells = item();
        cells.put(column, cell);
        return cells;
    }

    @SafeVarargs
    private static byte[] table(Map<String, String>... lines) {
        var text = new StringBuilder(String.join(",", lines[0].keySet())).append("\r\n");
        for (var line : lines) {
            text.append(line.values().stream().collect(Collectors.joining(","))).append("\r\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    private static Visitor.Answer hands(Visitor chief, byte[] table) {
        return chief.sendsFile("/desk/items/take", "file", "items.csv", table);
    }

    @Test
    void aTableIsTakenReadByEverybodyAndItsNextVersionKeepsTheFirst() throws Exception {
        var chief = employer.signIn(employer.hires("desk-chief"));
        var anybody = PLATFORM.visitor();
        assertThat(hands(chief, table(item())).body()).contains("新增 1 项，改动 0 项，没有变化 0 项");
        assertThat(anybody.opens("/items?q=测试用婚姻").body()).contains("/items/" + CODE, "3 个工作日");
        assertThat(anybody.opens("/items/" + CODE).body()).contains("《婚姻登记条例》第四条", "本人到场");
        assertThat(anybody.opens("/life/marriage").body()).contains("到窗口办理的相关事项", "/items/" + CODE);

        assertThat(hands(chief, table(item())).body()).contains("没有变化 1 项");
        assertThat(hands(chief, table(with("promise_day", "2"))).body()).contains("新增 0 项，改动 1 项");

        var now = chief.opens("/desk/items/" + CODE).body();
        assertThat(now).contains("第 2 版", "现行", "首次导入", "承诺时限");
        assertThat(chief.opens("/desk/items/" + CODE + "?version=1").body()).contains("第 1 版");
        assertThat(chief.opens("/desk/items/" + CODE + "?version=3").status()).isEqualTo(404);
        assertThat(anybody.opens("/items?q=测试用婚姻").body()).contains("2 个工作日").doesNotContain("3 个工作日");

        var exported = chief.opens("/desk/items/export.csv?whose=own").body();
        assertThat(exported.lines().findFirst().orElseThrow()).contains("catalog_code,task_code");
        assertThat(exported).contains("测试用婚姻登记");
        assertThat(hands(chief, exported.getBytes(UTF_8)).body()).contains("没有变化 1 项");

        assertThat(statements(anybody, "/items")).isLessThanOrEqualTo(4);
        assertThat(statements(anybody, "/items/" + CODE)).isLessThanOrEqualTo(4);
        assertThat(statements(chief, "/desk/items")).isLessThanOrEqualTo(8);
    }

    @Test
    void whatIsWrongIsToldByRowAndColumnAndNothingIsTaken() {
        var chief = employer.signIn(employer.hires("desk-chief"));
        var other = with("task_code", OFFICE + "4000800117000");
        other.put("catalog_code", "000800117000");
        other.put("task_type", "08");

        var refused = hands(chief, table(other, with("promise_day", "9"), with("task_name", "")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("一行也没有收", "承诺时限不能比法定时限长", "必须填写", "与前面的一行是同一个事项");
        assertThat(chief.opens("/desk/items/" + OFFICE + "4000800117000").status())
                .isEqualTo(404);
        assertThat(hands(chief, table(with("dept_code", "11110105MB0P0098XX"))).body())
                .contains("不是本单位的事项");
        assertThat(hands(chief, "task_code,nonsense\r\n1,2".getBytes(UTF_8)).body())
                .contains("nonsense", "清单里没有这一列");
        assertThat(hands(chief, new byte[] {'a', 0, 'b'}).body()).contains("不是文本");
        assertThat(hands(chief, new byte[0]).body()).contains("请选择文件");
    }

    @Test
    void whoDoesNotKeepTheBookCannotChangeIt() {
        var clerk = employer.signIn(employer.hires("reviewer"));
        assertThat(clerk.opens("/desk/items").body()).doesNotContain("/desk/items/take");
        assertThat(clerk.opens("/desk/items/take").status()).isEqualTo(403);
        assertThat(hands(clerk, table(item())).status()).isEqualTo(403);
        assertThat(PLATFORM.visitor().opens("/desk/items").at().getPath()).isEqualTo("/desk/sign-in");
    }

    private static int statements(Visitor visitor, String address) throws Exception {
        visitor.opens(address);
        return StatementCount.during(() -> visitor.opens(address));
    }
}
