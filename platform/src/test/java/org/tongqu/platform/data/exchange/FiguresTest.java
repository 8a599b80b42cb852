package org.tongqu.platform.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.platform.data.exchange.Twin.execute;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: of each resource that flows it is said how timely, accurate and complete it is, and each figure opens. */
class FiguresTest {

    private static final String RULES = """
            rules:
              - {id: shape, column: cert_no, pattern: "C[0-9]{6}", basis: X, meaning: {zh: 号码六位数字, en: Number}}
            """;

    private static LocalDate today(Twin twin) {
        return LocalDate.ofInstant(twin.provider.bean(Clock.class).instant(), WorkingCalendar.ZONE);
    }

    private static ItemFigures.Behind behind(Twin twin) {
        return twin.provider
                .bean(Figures.class)
                .open(twin.consumer.officer(), twin.resource, today(twin), 10)
                .orElseThrow();
    }

    /** Ten people, of whom one has a bad number and two have no name but an empty text. */
    private static Twin ran() throws Exception {
        var twin = new Twin(RULES);
        twin.people(10, 10);
        execute(
                "UPDATE " + twin.source + " SET sfzh = 'bad' WHERE id = 4",
                "UPDATE " + twin.source + " SET xm = '' WHERE id IN (5, 6)");
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        twin.run();
        return twin;
    }

    @Test
    void rowsThatBreakARuleAndCellsThatAreEmptyAreCounted() throws Exception {
        var figures = behind(ran()).figures();

        assertThat(figures.moved()).isEqualTo(new ItemFigures.Moved(10, 1, 1));
        assertThat(figures.accuracy()).contains(9_000L);
        assertThat(figures.filled()).isEqualTo(new ItemFigures.Filled(18, 16));
        assertThat(figures.completeness()).contains(8_888L);
    }

    @Test
    void aDeliveryBehindItsCycleIsLate() throws Exception {
        var twin = ran();
        assertThat(behind(twin).figures().timeliness()).contains(10_000L);

        twin.provider
                .bean(JdbcClient.class)
                .sql("UPDATE catalog.delivery SET due_at = now() - interval '1 minute' WHERE resource ="
                        + " (SELECT id FROM catalog.resource WHERE code = ?)")
                .param(twin.resource.value())
                .update();
        execute("UPDATE " + twin.source + " SET xm = 'late', changed = now() WHERE id = 1");
        twin.run();

        assertThat(behind(twin).figures().timeliness()).contains(5_000L);
    }

    @Test
    void eachFigureOpensToTheRunsRowsAndColumnsBehindIt() throws Exception {
        var twin = ran();
        var behind = behind(twin);

        assertThat(behind.runs()).extracting(run -> run.rows().read()).containsExactly(10L);
        assertThat(behind.flows()).extracting(ItemFigures.OfFlow::flow).containsExactly(twin.flow.id());
        assertThat(behind.columns())
                .extracting(column -> column.field() + " " + column.filled().filled())
                .containsExactly("name 7", "cert_no 9");
        var page = visitor(twin)
                .opens("/desk/exchange/figures/" + twin.resource.key())
                .body();
        assertThat(page)
                .contains("90.0%", "88.88%", "/desk/exchange/" + twin.flow.id() + "/runs/", "/quarantine")
                .contains("id=\"timely\"", "id=\"accurate\"", "id=\"complete\"");
    }

    @Test
    void theCentreAndTheCatalogueShowThem() throws Exception {
        var twin = ran();
        var figures = "/desk/exchange/figures/" + twin.resource.key();
        var visitor = visitor(twin);

        assertThat(visitor.opens("/desk/exchange").body()).contains(figures + "#accurate", "90.0%");
        assertThat(visitor.opens("/desk/catalog/" + twin.resource.key()).body())
                .contains("及时率", "准确率", "完整率", figures + "#complete");
    }

    @Test
    void eachDayIsKeptAndDepartmentsStandBesideEachOther() throws Exception {
        var twin = ran();
        var qualities = twin.provider.bean(Qualities.class);
        var today = today(twin);
        qualities.keep(today);
        qualities.keep(today);
        twin.provider
                .bean(JdbcClient.class)
                .sql("INSERT INTO exchange.quality SELECT resource, day - 1, provider, 4, 2, 90, 0, 18, 9"
                        + " FROM exchange.quality WHERE resource = ? AND day = ?")
                .params(twin.resource.value(), today)
                .update();

        assertThat(qualities.trend(twin.consumer.officer(), twin.resource, today.minusDays(9)))
                .containsExactly(
                        new QualityDay(
                                today.minusDays(1), Optional.of(5_000L), Optional.of(10_000L), Optional.of(5_000L)),
                        new QualityDay(today, Optional.of(10_000L), Optional.of(9_000L), Optional.of(8_888L)));
        var placed = qualities.ranking(twin.consumer.officer(), today.minusDays(1), today);
        assertThat(placed).singleElement().satisfies(one -> {
            assertThat(one.shares())
                    .isEqualTo(new QualityDay(today, Optional.of(10_000L), Optional.of(9_900L), Optional.of(8_888L)));
            assertThat(one.score()).contains(9_596L);
            assertThat(one.resources()).isEqualTo(1);
        });
        assertThat(qualities.ranking(twin.consumer.officer(), today.minusDays(9), today.minusDays(5)))
                .isEmpty();
        var visitor = visitor(twin);
        assertThat(visitor.opens("/desk/exchange/quality").body()).contains("95.96%", "99.0%");
        assertThat(visitor.opens("/desk/exchange/figures/" + twin.resource.key())
                        .body())
                .contains("逐日变化", today.minusDays(1).toString());
        var other = new Twin("");
        assertThat(qualities.trend(other.consumer.officer(), twin.resource, today))
                .isEmpty();
    }

    @Test
    void whoSeesNoFlowOfItSeesNoFigure() throws Exception {
        var twin = ran();
        var other = new Twin("");

        assertThat(twin.provider.bean(Figures.class).find(other.consumer.officer(), twin.resource, today(twin)))
                .isEmpty();
        assertThat(visitor(other)
                        .opens("/desk/exchange/figures/" + twin.resource.key())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotWholeNeverLooksWhole() {
        assertThat(ItemFigures.share(99_999_999, 100_000_000)).contains(9_999L);
        assertThat(ItemFigures.share(0, 0)).isEqualTo(Optional.empty());
    }

    private static Visitor visitor(Twin twin) {
        var employer = Employer.at(StartedPlatform.shared(), twin.consumer.organisation());
        return employer.signIn(employer.hires(Compiling.OFFICER));
    }
}
