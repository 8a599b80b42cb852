package org.tongqu.design.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** FEATURE: words in a drawing stay inside their box. */
class SvgWordsTest {

    @Test
    void chineseBreaksAnywhere() {
        assertThat(SvgWords.broken("材料审查与受理", 13 * 4)).containsExactly("材料审查", "与受理");
    }

    @Test
    void latinBreaksAtSpaces() {
        assertThat(SvgWords.broken("Review papers", 60)).containsExactly("Review", "papers");
    }

    @Test
    void wordsThatDoNotFitEndInAnEllipsis() {
        assertThat(SvgWords.broken("一二三四五六七八九十", 26))
                .hasSize(4)
                .last()
                .asString()
                .endsWith("…");
    }

    @Test
    void nothingIsNothing() {
        assertThat(SvgWords.broken("", 100)).isEmpty();
    }

    @Test
    void linesAreCentredOnTheirPlace() {
        var lines = SvgWords.centred("材料审查", 100, 50, 26);

        assertThat(lines).extracting(SvgWords.Line::x).containsExactly("100", "100");
        double first = Double.parseDouble(lines.get(0).y());
        double second = Double.parseDouble(lines.get(1).y());
        assertThat((first + second) / 2).isBetween(50.0, 56.0);
    }
}
