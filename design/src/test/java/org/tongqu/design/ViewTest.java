package org.tongqu.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Mark;
import org.tongqu.design.view.DataTable.Order;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.QrCode;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;

/** FEATURE: what is shown can be understood by eye, by ear and by keyboard. */
class ViewTest {

    private static final Texts T = Rendering.ZH;

    @ParameterizedTest
    @EnumSource(Lamp.Light.class)
    void aLampIsAShapeAndAWordAndAColour(Lamp.Light light) {
        var lamp = Lamp.of(T, light);
        var html = Rendering.of("view/Lamp", lamp);

        assertThat(lamp.words()).doesNotContain("⟦");
        assertThat(html).contains("</svg>" + lamp.words()).contains(light.css());
        assertThat(html).containsPattern("<(circle|path) ");
    }

    @Test
    void noTwoLampsShareAShape() {
        var shapes = List.of(Lamp.Light.values()).stream()
                .map(light -> Rendering.of("view/Lamp", new Lamp(light, "")).replaceAll("class=\"lamp[^\"]*\"", ""))
                .toList();

        assertThat(shapes).doesNotHaveDuplicates();
    }

    @Test
    void aTableNamesItsRowsAndColumnsAndSaysHowItIsSorted() {
        var html = Rendering.of("view/DataTable", table(List.of(row().marked(Mark.CURRENT)), "/more"));

        assertThat(html)
                .contains("<caption>我的待办</caption>")
                .contains("<th scope=\"col\" aria-sort=\"ascending\">")
                .contains("<th scope=\"row\"><a class=\"whole\" href=\"/case/1\">2026-1</a></th>")
                .contains("<tr data-href=\"/case/1\" aria-current=\"true\">")
                .contains("<a class=\"btn\" href=\"/more\" rel=\"next\">");
    }

    @Test
    void anEmptyTableSaysWhatToDoInstead() {
        var html = Rendering.of("view/DataTable", table(List.of(), ""));

        assertThat(html).contains("现在没有待办").doesNotContain("<table");
    }

    @Test
    void theEndOfAListOffersNothingMore() {
        assertThat(Rendering.of("view/DataTable", table(List.of(row()), ""))).doesNotContain("rel=\"next\"");
    }

    @Test
    void aTimeLineTellsDoneNowAndAheadInWords() {
        var line = new Timeline(
                T,
                List.of(
                        Step.done("提交", "李娜", "11月1日"),
                        Step.now("审查", "市监局", "11月25日前", Lamp.of(T, Lamp.Light.SOON)),
                        Step.ahead("发照", "", "")));

        var html = Rendering.of("view/Timeline", line);

        assertThat(html).containsOnlyOnce("aria-current=\"step\"");
        assertThat(html.indexOf("已完成")).isLessThan(html.indexOf("正在办理"));
        assertThat(html.indexOf("正在办理")).isLessThan(html.indexOf("接下来"));
    }

    @Test
    void theDrawnCodeHasExactlyTheDarkModules() {
        boolean[][] modules = {{true, true, false}, {false, false, true}, {true, false, true}};
        var code = QrCode.of(modules, "核验", "");

        assertThat(code.side()).isEqualTo(3 + 8);
        var dark = new boolean[3][3];
        var runs = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(code.path());
        while (runs.find()) {
            for (int i = 0; i < Integer.parseInt(runs.group(3)); i++) {
                dark[Integer.parseInt(runs.group(2)) - 4][Integer.parseInt(runs.group(1)) - 4 + i] = true;
            }
        }
        assertThat(dark).isDeepEqualTo(modules);
    }

    private static DataTable table(List<Row> rows, String next) {
        var columns = List.of(Column.of("编号").sortedBy("/by", Order.ASCENDING), Column.figures("天数"));
        return new DataTable(T, "我的待办", columns, rows, EmptyState.of("现在没有待办", ""), next);
    }

    private static Row row() {
        return Row.opening("/case/1", new Cell.Opens("2026-1", "/case/1"), new Cell.Figure("3"));
    }
}
