package org.tongqu.platform.data.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.statistics.Statistics.View;
import org.tongqu.platform.data.statistics.internal.Releases;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Division;
import org.tongqu.platform.trust.directory.Organisation;

/** FEATURE: figures are handed in as a table, reviewed by another person, released, and revised without losing what was. */
class StatisticsTest {

    private static final StartedPlatform PLATFORM = StartedPlatform.shared();
    private static final String OFFICE = "11988800MB0S11000X";
    private static final String CITY = "988800";
    private static final String EAST = "988801";
    private static final String WEST = "988802";
    private static final String HEADING = "指标代码,地区代码,时期,数值,修订原因";

    private static final Employer EMPLOYER = Employer.at(PLATFORM, OFFICE);

    @BeforeAll
    static void anOfficeOfACityWithTwoDistricts() {
        var directory = PLATFORM.bean(Directory.class);
        directory.put(new Division(new DivisionCode("980000"), "试验省"));
        directory.put(new Division(new DivisionCode(CITY), "试验市"));
        directory.put(new Division(new DivisionCode(EAST), "东区"));
        directory.put(new Division(new DivisionCode(WEST), "西区"));
        directory.put(new Organisation(
                OFFICE,
                "statistics",
                new Label("试验市统计局", "Statistics bureau"),
                new DivisionCode(CITY),
                Optional.empty(),
                new Organisation.Contact("", "")));
    }

    private static Visitor.Answer hands(Visitor officer, String... lines) {
        officer.opens("/desk/statistics/take");
        var table = HEADING + "\r\n" + String.join("\r\n", lines) + "\r\n";
        return officer.sendsFile("/desk/statistics/take", "file", "figures.csv", table.getBytes(UTF_8));
    }

    private static Visitor.Answer presses(Visitor officer, String figures, String step, Map<String, String> fields) {
        officer.opens("/desk/statistics/" + figures);
        return officer.sends("/desk/statistics/" + figures + "/" + step, fields);
    }

    @Test
    void aTableIsReportedReviewedByAnotherPersonReleasedAndRevised() throws Exception {
        var clerk = EMPLOYER.signIn(EMPLOYER.hires("data-officer"));
        var chief = EMPLOYER.signIn(EMPLOYER.hires("data-chief"));
        var anybody = PLATFORM.visitor();

        assertThat(hands(
                                clerk,
                                "electricity,988800,2026-06,100.5,",
                                "electricity,988801,2026-06,60.5,",
                                "electricity,988802,2026-06,30,",
                                "industrial_electricity,988800,2026-06,50.25,",
                                "industrial_electricity,988801,2026-06,30,",
                                "industrial_electricity,988802,2026-06,20.25,")
                        .body())
                .contains("新增 6 个，修订或更正 0 个，没有变化 0 个");
        assertThat(clerk.opens("/desk/statistics").body()).contains("全社会用电量", "2026年6月", "待审核 3 个");
        assertThat(anybody.opens("/statistics/electricity").body()).doesNotContain("100.50");

        assertThat(presses(clerk, "electricity/2026-06", "review", Map.of()).status())
                .isEqualTo(403);
        assertThat(presses(chief, "electricity/2026-06", "release", Map.of()).body())
                .contains("没有等待这一步的数据");
        assertThat(presses(chief, "electricity/2026-06", "review", Map.of()).body())
                .contains("已审核，可以发布");
        var refused = presses(chief, "electricity/2026-06", "release", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("还有 1 项检查发现没有说明", "各地区合计 90.50");
        assertThat(presses(chief, "electricity/2026-06", "answer", Map.of("finding", "range x", "reason", "因为"))
                        .body())
                .contains("检查没有发现这一项");
        presses(
                chief,
                "electricity/2026-06",
                "answer",
                Map.of("finding", "regions-sum 988800 100.5 90.5", "reason", "跨区电厂自用电不分到各区"));
        assertThat(presses(chief, "electricity/2026-06", "release", Map.of()).body())
                .contains("已发布，所有人都能看到");
        presses(chief, "industrial_electricity/2026-06", "review", Map.of());
        presses(chief, "industrial_electricity/2026-06", "release", Map.of());

        var shown = anybody.opens("/statistics/electricity").body();
        assertThat(shown).contains("100.50", "试验市", "东区", "亿千瓦时", "60.2%", "无上期数据");
        assertThat(anybody.opens("/statistics/industrial_electricity_share").body())
                .contains("50.0", "工业用电量 ÷ 全社会用电量 × 100");
        assertThat(anybody.opens("/statistics").body()).contains("/statistics/electricity", "2026年6月");

        whatWasReleasedIsRevised(clerk, chief, anybody);
        itIsThereForEverybody(anybody);
    }

    private static void whatWasReleasedIsRevised(Visitor clerk, Visitor chief, Visitor anybody) {
        assertThat(hands(clerk, "electricity,988800,2026-06,99,").body()).contains("改动要写修订原因", "100.50");
        assertThat(hands(clerk, "electricity,988800,2026-06,90.5,企业补报").body()).contains("新增 0 个，修订或更正 1 个，没有变化 0 个");
        assertThat(anybody.opens("/statistics/electricity").body()).contains("100.50");
        presses(chief, "electricity/2026-06", "review", Map.of());
        presses(chief, "electricity/2026-06", "release", Map.of());

        var versions = anybody.opens("/statistics/electricity?period=2026-06").body();
        assertThat(versions).contains("第 1 版", "第 2 版", "企业补报", "首次发布", "90.50", "100.50");
        assertThat(anybody.opens("/statistics/industrial_electricity_share?period=2026-06")
                        .body())
                .contains("随“全社会用电量”的数据变化重新计算", "55.5", "50.0");
        assertThat(anybody.opens("/statistics/electricity?known=2026-01-01").body())
                .contains("没有已发布的数据");
    }

    private static void itIsThereForEverybody(Visitor anybody) throws Exception {
        assertThat(statements(anybody, "/statistics/electricity")).isLessThanOrEqualTo(8);
        assertThat(statements(anybody, "/statistics")).isLessThanOrEqualTo(3);
        assertThat(anybody.opens("/api/statistics/electricity").body()).contains("\"period\":\"2026-06\"", "90.5");
        assertThat(anybody.opens("/statistics/electricity/export.csv").body()).contains("2026-06,90.50,亿千瓦时");
        assertThat(anybody.opens("/statistics/calendar?month=2026-07").body()).contains("全社会用电量", "已于", "逾期未发布");
    }

    @Test
    void aReleaseThatDoesNotComeIsToldToSupervision_andOneThatComesIsNot() {
        var chief = EMPLOYER.signIn(EMPLOYER.hires("data-chief"));
        var clerk = EMPLOYER.signIn(EMPLOYER.hires("data-officer"));
        var releases = PLATFORM.bean(Releases.class);
        var now = PLATFORM.bean(Clock.class).instant();
        var today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        var last = Period.of(Period.Kind.MONTH, today).previous();
        released(clerk, chief, "ppi", last.previous().previous());
        presses(
                chief,
                "ppi/" + last.id(),
                "plan",
                Map.of("day", today.plusDays(9).toString()));

        assertThat(releases.look(now)).isPositive();
        assertThat(releases.look(now)).as("told once").isZero();
        assertThat(red()).contains("ppi " + last.previous().id()).doesNotContain("ppi " + last.id());

        presses(
                chief,
                "ppi/" + last.id(),
                "plan",
                Map.of("day", today.minusDays(2).toString()));
        assertThat(red()).contains("ppi " + last.id());
        presses(
                chief,
                "ppi/" + last.id(),
                "plan",
                Map.of("day", today.plusDays(9).toString()));
        released(clerk, chief, "ppi", last);
        assertThat(duties("done_at IS NOT NULL")).contains("ppi " + last.id());
        assertThat(duties("done_at IS NULL"))
                .contains("ppi " + last.previous().id())
                .doesNotContain("ppi " + last.id());
    }

    /** What supervision found, by its number. */
    private static List<String> red() {
        return PLATFORM.database()
                .asOwner()
                .sql("SELECT receipt FROM supervision.finding WHERE rule = 'late-release' AND red_at IS NOT NULL")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static List<String> duties(String which) {
        return PLATFORM.database()
                .asOwner()
                .sql("SELECT number FROM supervision.duty WHERE kind = 'release' AND " + which)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static void released(Visitor clerk, Visitor chief, String indicator, Period period) {
        hands(clerk, indicator + ",988800," + period.id() + ",99.5,");
        var figures = indicator + "/" + period.id();
        presses(chief, figures, "review", Map.of());
        assertThat(presses(chief, figures, "release", Map.of()).body()).contains("已发布，所有人都能看到");
    }

    private static int statements(Visitor visitor, String page) throws Exception {
        visitor.opens(page);
        return StatementCount.during(() -> visitor.opens(page));
    }

    @Test
    void whatIsWrongIsToldByRowAndColumnAndNothingIsTaken() {
        var clerk = EMPLOYER.signIn(EMPLOYER.hires("data-officer"));
        var refused = hands(
                clerk,
                "exports,988800,2026-05,1.5,",
                "exprots,988800,2026-05,1.5,",
                "foreign_trade,988800,2026-05,3,",
                "exports,110105,2026-05,1.5,",
                "exports,988800,2026-Q2,1.5,",
                "exports,988800,2099-05,1.5,",
                "exports,988800,2026-05,1.555,",
                "exports,988801,2026-05,many,",
                "exports,988800,2026-05,1.6,");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("共 8 处", "没有这个指标", "由公式计算", "没有该地区", "与指标的统计周期不符", "还没有结束")
                .contains("小数位数超过规定", "不是数字", "与这一行是同一个数据");
        assertThat(clerk.opens("/desk/statistics/exports/2026-05").body()).contains("没有待审核、待发布的数据");
        assertThat(clerk.opens("/desk/statistics/template/2026-05.csv").body())
                .contains("指标代码,指标名称", "exports,出口总额,988801,东区,2026-05")
                .doesNotContain("foreign_trade", "gdp");

        var stranger = EMPLOYER.signIn(EMPLOYER.hires("reviewer"));
        assertThat(stranger.opens("/desk/statistics").status()).isEqualTo(403);
        assertThat(stranger.opens("/desk").body()).doesNotContain("/desk/statistics");
    }

    @Test
    void whoReportedAFigureDoesNotReviewItAndWhatWasReleasedIsNeverOverwritten() {
        var chief = EMPLOYER.signIn(EMPLOYER.hires("data-chief"));
        hands(chief, "cpi,988800,2026-05,101.2,");
        assertThat(presses(chief, "cpi/2026-05", "review", Map.of()).body()).contains("自己填报的数据要由另一人审核");
        var other = EMPLOYER.signIn(EMPLOYER.hires("data-chief"));
        presses(other, "cpi/2026-05", "review", Map.of());
        assertThat(presses(other, "cpi/2026-05", "plan", Map.of("day", "2026-06-12"))
                        .body())
                .contains("发布日已确定");
        assertThat(presses(other, "cpi/2026-05", "plan", Map.of("day", "soon")).status())
                .isEqualTo(422);
        presses(other, "cpi/2026-05", "release", Map.of());
        assertThat(PLATFORM.visitor()
                        .opens("/statistics/calendar?month=2026-06")
                        .body())
                .contains("居民消费价格指数");

        var store = PLATFORM.database().asApplication();
        assertThatThrownBy(() -> store.sql("UPDATE statistics.figure SET value = 1 WHERE indicator = 'cpi'")
                        .update())
                .rootCause()
                .hasMessageContaining("never overwritten");
        assertThatThrownBy(() -> store.sql("DELETE FROM statistics.figure").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void growthAndSharesAreToldOnlyWhereTheyMeanSomething() {
        released("retail_sales", CITY, Map.of("2025-01", "10", "2025-02", "24", "2026-01", "12", "2026-02", "30"));
        released("retail_sales", EAST, Map.of("2025-02", "0", "2026-02", "20"));
        released("retail_sales", WEST, Map.of("2026-02", "10"));
        released("tax_share", CITY, Map.of("2025-02", "71.5", "2026-02", "70"));

        var statistics = PLATFORM.bean(Statistics.class);
        var sheet = sheet(statistics, "retail_sales", "");
        var newest = sheet.points().getFirst();
        assertThat(newest.period().id()).isEqualTo("2026-02");
        assertThat(newest.alone()).contains(new BigDecimal("18"));
        assertThat(newest.onYear()).isEqualTo(new Growth.Percent(new BigDecimal("25.0")));
        assertThat(newest.onPeriod()).isEqualTo(new Growth.Percent(new BigDecimal("50.0")));
        assertThat(newest.index()).contains(new BigDecimal("180.0"));
        assertThat(sheet.points().get(1).onPeriod()).isEqualTo(new Growth.NothingBefore());
        assertThat(sheet.placed())
                .extracting(
                        Placed::region, Placed::place, placed -> placed.share().orElseThrow(), Placed::onYear)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                EAST, 1, new BigDecimal("66.7"), new Growth.NotAboveNought()),
                        org.assertj.core.groups.Tuple.tuple(
                                WEST, 2, new BigDecimal("33.3"), new Growth.NothingBefore()));

        var rate = sheet(statistics, "tax_share", "").points().getFirst();
        assertThat(rate.onYear()).isEqualTo(new Growth.Points(new BigDecimal("-1.5")));
        assertThat(rate.index()).isEmpty();
    }

    private static Statistics.Sheet sheet(Statistics statistics, String code, String region) {
        return statistics
                .sheet(
                        new View(
                                statistics.book().find(code).orElseThrow(), region, Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        24)
                .orElseThrow();
    }

    private static void released(String indicator, String region, Map<String, String> values) {
        values.forEach((period, value) -> PLATFORM.database()
                .asApplication()
                .sql("""
                        INSERT INTO statistics.figure (indicator, region, period, version, value, state, office, reporter,
                            reported_by, reported_at, reviewed_by, reviewed_at, released_by, released_at)
                        VALUES (?, ?, ?, 1, ?, 'released', ?, 'x', 'x', now(), 'x', now(), 'x', now())""")
                .params(List.of(indicator, region, day(period), new BigDecimal(value), OFFICE))
                .update());
    }

    private static LocalDate day(String period) {
        return Period.parse(period).orElseThrow().from();
    }
}
