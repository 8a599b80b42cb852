package org.tongqu.platform.data.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.journal.Entry;

/** FEATURE: an officer opens a record for a purpose, sees who said what, and looks back. */
class GoldenPageTest {

    private static final String NUMBER = "999999199001010016";
    private static final String OTHER = "999999199001010024";

    private final StartedPlatform platform = StartedPlatform.shared();
    private final GoldenRegisters registers = platform.bean(GoldenRegisters.class);

    private void said(String source, String key, String number, Map<String, String> fields) {
        registers.deliver(
                registers.find("population").orElseThrow(),
                source,
                Entry.Doer.SYSTEM,
                List.of(new Delivered(key, number, LocalDate.of(2025, 5, 1), fields))
                        .iterator());
    }

    @Test
    void aRecordIsOpenedForAPurposeAndSaysWhoSaidWhat() throws Exception {
        said("public-security", "page-1", NUMBER, Map.of("name", "沈望舒", "address", "青云路一百零八号"));
        said("health", "page-2", NUMBER, Map.of("name", "沈忘舒", "phone", "19912345678"));
        said("health", "page-3", OTHER, Map.of("name", "沈望舒", "phone", "19987654321"));
        var employer = Employer.at(platform, "11119999MB0P0072XX");
        var officer = employer.signIn(employer.hires(Compiling.AUTHORITY));

        assertThat(officer.opens("/desk/registers").body()).contains("人口", "城市部件", "社会保障", "基础信息资源库");
        assertThat(officer.opens("/desk/registers/population").body())
                .contains("GB/T 2261.1-2003", "公安 › 人力资源和社会保障 › 卫生健康", "比最新的旧 365 天以上时让位");
        var refused = officer.sends(
                "/desk/registers/population/open", Map.of("identifier", NUMBER, "purpose", "", "why", "核对"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("请选择用途");

        var opened = officer.sends(
                "/desk/registers/population/open", Map.of("identifier", NUMBER, "purpose", "approval", "why", "核对申请人"));
        var look = opened.at().getPath();
        assertThat(look).doesNotContain(NUMBER);
        assertThat(officer.opens(look).body())
                .contains("核对申请人", "公安", "说法不同", "卫生健康：")
                .doesNotContain(NUMBER, "19912345678", "青云路一百零八号");
        assertThat(officer.opens(look + "?known=2020-01-01&valid=2020-01-01").body())
                .contains("那时还没有数据");
        for (var page : List.of("/desk/registers", "/desk/registers/population", look)) {
            officer.opens(page);
            assertThat(StatementCount.during(() -> officer.opens(page)))
                    .as(page)
                    .isLessThanOrEqualTo(8);
        }
        var stranger = employer.signIn(employer.hires(Compiling.AUTHORITY));
        assertThat(stranger.opens(look).status()).isEqualTo(404);

        var merged = officer.sends(look + "/merge", Map.of("other", OTHER, "why.merge", "同一人"));
        assertThat(merged.body()).contains("同一人", "拆出", "已合并");
        assertThat(officer.sends(look + "/merge", Map.of("other", OTHER, "why.merge", "同一人"))
                        .body())
                .contains("已经并入本记录");
        assertThat(officer.sends(look + "/merge", Map.of("other", NUMBER, "why.merge", "同一人"))
                        .status())
                .isEqualTo(422);
    }
}
