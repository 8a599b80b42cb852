package org.tongqu.design.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongqu.design.Language;
import org.tongqu.design.Texts;
import org.tongqu.design.TextsBundle;
import org.tongqu.design.chart.BarChart.Bar;
import org.tongqu.design.chart.BarChart.Mark;
import org.tongqu.design.chart.ProcessDrawing.Box;
import org.tongqu.design.chart.ProcessDrawing.Edge;
import org.tongqu.design.chart.ProcessDrawing.Kind;
import org.tongqu.design.chart.ProcessDrawing.Node;
import org.tongqu.design.chart.ProcessDrawing.Point;
import org.tongqu.design.chart.ProcessDrawing.Progress;

/** FEATURE: drawings are true to their figures, also with none, one or only zeros. */
class DrawingTest {

    private static final Texts T = TextsBundle.ofComponents().in(Language.ZH);

    @Test
    void theLongestBarFillsItsPlaceAndTheOthersFollow() {
        var long1 = bar(320);
        var half = bar(160);
        var chart = new BarChart("", "", "", List.of(long1, half, bar(0)));

        assertThat(chart.reach(long1)).isEqualTo("100.0%");
        assertThat(chart.reach(half)).isEqualTo("50.0%");
        assertThat(new BarChart("", "", "", List.of(bar(0))).reach(bar(0))).isEqualTo("0.0%");
    }

    @Test
    void spansLieOnOneAxisAndWhatIsBeyondItEndsWithIt() {
        var from = Instant.parse("2026-11-02T00:00:00Z");
        var until = from.plusSeconds(1000);
        var chart = new SpanChart("", "", "", new SpanChart.Axis(from, until, Optional.empty(), "", ""), List.of());

        var half = new SpanChart.Span(from.plusSeconds(250), from.plusSeconds(750), SpanChart.Mark.RUNNING);
        assertThat(chart.at(half.from())).isEqualTo("25.0%");
        assertThat(chart.width(half)).isEqualTo("50.0%");
        var beyond = new SpanChart.Span(from.plusSeconds(900), until.plusSeconds(900), SpanChart.Mark.LATE);
        assertThat(chart.width(beyond)).isEqualTo("10.0%");
        var moment = new SpanChart.Span(from, from, SpanChart.Mark.DONE);
        assertThat(chart.width(moment)).isEqualTo("0.6%");
    }

    @Test
    void columnsStandOnTheFloor() {
        var chart = new TrendChart(
                T,
                "",
                "",
                "",
                List.of(new TrendChart.Column("一月", 10, "10", ""), new TrendChart.Column("二月", 5, "5", "")));

        for (var drawn : chart.drawn()) {
            assertThat(Double.parseDouble(drawn.y()) + Double.parseDouble(drawn.height()))
                    .isEqualTo(196.0);
        }
        assertThat(chart.drawn().get(0).height()).isEqualTo("172.0");
        assertThat(chart.drawn().get(1).height()).isEqualTo("86.0");
        assertThat(new TrendChart(T, "", "", "", List.of()).drawn()).isEmpty();
    }

    @Test
    void aLineGoesUpWhenTheFigureDoes() {
        assertThat(new Sparkline(List.of(1.0, 2.0), "").points()).isEqualTo("4.0,24.0 108.0,4.0");
        assertThat(new Sparkline(List.of(5.0, 5.0), "").points()).isEqualTo("4.0,14.0 108.0,14.0");
        assertThat(new Sparkline(List.of(), "").points()).isEmpty();
    }

    @Test
    void theArrowEndsAtTheTargetAndPointsIntoIt() {
        var edge = new Edge("", List.of(new Point(0, 0), new Point(100, 0)), Progress.DONE);
        var drawing = new ProcessDrawing(T, "", List.of(), List.of(edge));

        assertThat(drawing.path(edge)).isEqualTo("M0 0L100 0");
        assertThat(drawing.tip(edge)).isEqualTo("M100 0L91 -4.5L91 4.5z");
    }

    @Test
    void everythingDrawnIsInsideTheView() {
        var node = new Node("a", Kind.USER_TASK, "审查", new Box(100, 100, 100, 80), Progress.NOW);
        var detour = new Edge("", List.of(new Point(100, 140), new Point(20, 140), new Point(20, 300)), Progress.AHEAD);
        var drawing = new ProcessDrawing(T, "", List.of(node), List.of(detour));

        assertThat(drawing.viewBox()).isEqualTo("-4 76 228 248");
    }

    @Test
    void aProcessWithNothingInItIsNotAFault() {
        assertThat(new ProcessDrawing(T, "", List.of(), List.of()).viewBox()).isEqualTo("-24 -24 48 48");
    }

    @Test
    void whatIsDoneAndWhereItStandsIsSaidInWords() {
        var drawing = new ProcessDrawing(T, "", List.of(), List.of());

        assertThat(drawing.said(Progress.NOW)).isEqualTo("当前");
        assertThat(drawing.said(Progress.DONE)).isEqualTo("已完成");
        assertThat(drawing.said(Progress.AHEAD)).isEmpty();
    }

    private static Bar bar(double value) {
        return new Bar("", value, "", Mark.LINK, "");
    }
}
