package org.tongqu.platform.matter.items;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: what items there are is kept in one place, and no office carries out what is not there. */
class BasicCatalogueTest {

    private static final StartedPlatform PLATFORM = StartedPlatform.shared();
    private static final String OFFICE = "11110105MB0P01030Y";
    private static final String ENDED = "000700199000";
    private static final String HEADING = "catalog_code,task_name,task_type,by_law,use_level,guide_dept,in_force\r\n";

    /** The first two are those of the other tests of the book. */
    private static final String LINES = """
            000700114000,测试用婚姻登记,07,《婚姻登记条例》第四条,"3,4",省民政厅,1
            000800117000,测试用房屋登记,08,《测试办法》,4,省住建厅,1
            000700199000,测试用取消的事项,07,《测试办法》,4,省民政厅,0
            000700188000,测试用没人认领的事项,07,《测试办法》,4,省民政厅,1
            """.replace("\n", "\r\n");

    private final Employer employer = Employer.at(PLATFORM, OFFICE);
    private final Visitor keeper = employer.signIn(employer.hires("item-authority"));

    private Visitor.Answer hands(String lines) {
        return keeper.sendsFile("/desk/items/basic/take", "file", "basic.csv", (HEADING + lines).getBytes(UTF_8));
    }

    @BeforeEach
    void theCatalogueIsThere() {
        assertThat(hands(LINES).body()).contains("导入完成");
    }

    @Test
    void itIsReadByEverybodyWithWhatNobodyCarriesOut() throws Exception {
        assertThat(hands(LINES).body()).contains("新增 0 项，改动 0 项，没有变化 4 项");
        var anybody = PLATFORM.visitor();
        assertThat(anybody.opens("/items/basic?q=测试用").body()).contains("000700114000", "市级", "县级", "没有部门认领", "已取消");
        assertThat(anybody.opens("/items/" + ENDED).body()).contains("测试用取消的事项", "是否有效");
        assertThat(anybody.opens("/items?q=" + ENDED).body()).doesNotContain("测试用取消的事项");
        assertThat(keeper.opens("/desk/items/basic?whose=nobody&q=测试用").body()).contains("测试用没人认领的事项");
        assertThat(keeper.opens("/desk/items/basic/000700188000").body()).contains("没有部门认领", "首次导入");
        assertThat(keeper.opens("/desk/items/basic/999999999999").status()).isEqualTo(404);
        assertThat(keeper.opens("/desk/items/basic/export.csv?q=测试用没人").body())
                .contains("catalog_code,task_name", "000700188000");
        keeper.opens("/desk/items/basic");
        assertThat(StatementCount.during(() -> keeper.opens("/desk/items/basic")))
                .isLessThanOrEqualTo(5);
    }

    @Test
    void anOfficeCannotHandInWhatIsNotInItOrNotOfItsLevel() {
        var chief = employer.signIn(employer.hires("desk-chief"));
        var heading = "task_code,catalog_code,task_name,task_type,use_level\r\n";
        var refused = chief.sendsFile(
                        "/desk/items/take",
                        "file",
                        "items.csv",
                        (heading
                                        + line("4", "000700177000", "07")
                                        + line("4", ENDED, "07")
                                        + line("3", "000800117000", "08"))
                                .getBytes(UTF_8))
                .body();
        assertThat(refused).contains("基本目录里没有这个事项", "这个事项已经取消", "基本目录没有把这个事项给这一级");
    }

    private static String line(String level, String basic, String type) {
        return OFFICE + level + basic + "," + basic + ",测试," + type + "," + level + "\r\n";
    }

    @Test
    void whatIsWrongIsToldByRowAndColumnAndNothingIsTaken() {
        var refused = hands("""
                0007001,短,07,法,4,,1
                000700166000,,01,法,9,,2
                000700166000,再来一次,07,法,4,,1
                """.replace("\n", "\r\n"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("不是正确的基本编码", "必须填写", "与基本编码里的事项类型不一致", "不在代码表里", "请填 1 或 0", "与前面的一行是同一个事项");
        assertThat(keeper.opens("/desk/items/basic/000700166000").status()).isEqualTo(404);
    }

    @Test
    void whoDoesNotKeepItCannotChangeIt() {
        var chief = employer.signIn(employer.hires("desk-chief"));
        assertThat(chief.opens("/desk/items/basic").body()).doesNotContain("/desk/items/basic/take");
        assertThat(chief.opens("/desk/items/basic/take").status()).isEqualTo(403);
        assertThat(chief.sendsFile("/desk/items/basic/take", "file", "b.csv", HEADING.getBytes(UTF_8))
                        .status())
                .isEqualTo(403);
    }
}
