package org.tongqu.platform.data.statistics.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.platform.data.statistics.Growth;
import org.tongqu.platform.data.statistics.Point;
import org.tongqu.platform.data.statistics.Statistics;

/** A series as a table to take away: figures without marks between their digits, nothing where nothing is known. */
record SeriesSheet(Words words, Indicator indicator) implements Statistics.Heading {

    @Override
    public List<String> heading() {
        return Stream.of("period", "value", "unit", "alone", "on-year", "on-period", "index", "version")
                .map(name -> words.texts().say("statistics.column." + name))
                .toList();
    }

    @Override
    public List<String> line(Point point) {
        return List.of(
                point.period().id(),
                point.value().toPlainString(),
                words.unit(indicator),
                point.alone().map(BigDecimal::toPlainString).orElse(""),
                number(point.onYear()),
                number(point.onPeriod()),
                point.index().map(BigDecimal::toPlainString).orElse(""),
                String.valueOf(point.version()));
    }

    private static String number(Growth growth) {
        return switch (growth) {
            case Growth.Percent(var by) -> by.toPlainString();
            case Growth.Points(var by) -> by.toPlainString();
            case Growth.NothingBefore before -> "";
            case Growth.NotAboveNought base -> "";
        };
    }
}
