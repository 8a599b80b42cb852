package org.tongqu.platform.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.catalog.Delivery.Freshness;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.Item.Sensitivity;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: the page of a resource shows how fresh it is and what it looks like, and gives nothing away. */
class UpkeepTest {

    private static final Instant AT = Instant.parse("2026-03-01T02:00:00Z");

    private final Department department = Department.fresh();
    private final Upkeep upkeep = department.bean(Upkeep.class);

    @ParameterizedTest
    @CsvSource(textBlock = """
            REALTIME,   2026-03-01T02:53:00Z, FRESH
            REALTIME,   2026-03-01T02:54:00Z, DUE
            REALTIME,   2026-03-01T03:00:00Z, STALE
            DAILY,      2026-03-02T11:00:00Z, FRESH
            DAILY,      2026-03-02T13:00:00Z, DUE
            DAILY,      2026-03-02T16:00:00Z, STALE
            MONTHLY,    2026-03-29T01:00:00Z, FRESH
            MONTHLY,    2026-04-01T01:00:00Z, DUE
            MONTHLY,    2026-04-01T16:00:00Z, STALE
            YEARLY,     2027-01-01T00:00:00Z, FRESH
            IRREGULAR,  2036-01-01T00:00:00Z, UNBOUND""")
    void freshnessFollowsFromTheCycle(Cycle cycle, Instant now, Freshness expected) {
        assertThat(new Delivery(AT, 1, 0, List.of()).freshness(cycle, now)).isEqualTo(expected);
    }

    @Test
    void aSampleIsMaskedBeforeItIsKept() {
        var code = department.published(Department.draft("人员")
                .with(List.of(
                        Department.item("证件号码", "cert_no", Sensitivity.PERSONAL, Set.of()),
                        Department.item("姓名", "name", Sensitivity.PERSONAL, Set.of()),
                        Department.item("病史", "illness", Sensitivity.SENSITIVE, Set.of()),
                        Department.item("状态", "state", Sensitivity.INTERNAL, Set.of()))));
        var row = Map.of(
                "cert_no", "999901198203151237", "name", "林晓岚", "illness", "高血压", "state", "正常", "other", "不在目录里");

        upkeep.delivered(code, new Delivery(AT, 1_000, 3, List.of(row)));

        assertThat(last(code).sample())
                .containsExactly(Map.of("cert_no", "999****37", "name", "林****", "illness", "****", "state", "正常"));
        assertThat(last(code).accuracy()).contains(9_970L);
    }

    @Test
    void whatCameLaterStays() {
        var code = department.published(Department.draft("顺序"));

        upkeep.delivered(code, new Delivery(AT, 20, 0, List.of()));
        upkeep.delivered(code, new Delivery(AT.minus(Duration.ofHours(1)), 10, 0, List.of()));

        assertThat(last(code).rows()).isEqualTo(20);
    }

    @Test
    void thePageShowsFreshnessQualityAndSample() {
        var code = department.published(Department.draft("台账"));
        var employer = Employer.at(StartedPlatform.shared(), "11110105MB0P0071XX");
        var visitor = employer.signIn(employer.hires(Compiling.OFFICER));
        assertThat(visitor.opens("/desk/catalog/" + code.key()).body()).contains("还没有交换过数据");

        var now = department.bean(Clock.class).instant();
        upkeep.delivered(code, new Delivery(now.minus(Duration.ofDays(3)), 200, 1, List.of(Map.of("state", "注销样例"))));

        assertThat(visitor.opens("/desk/catalog/" + code.key()).body()).contains("超期未更新", "99.5%", "样例数据", "注销样例");
    }

    private Delivery last(ResourceCode code) {
        var catalog = department.bean(Catalog.class);
        return Optional.of(catalog.findPublished(code).orElseThrow())
                .flatMap(catalog::lastDelivery)
                .orElseThrow();
    }
}
