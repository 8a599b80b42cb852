package org.tongqu.platform.data.statistics.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Finding;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.engines.statistics.Indicator.Measure;
import org.tongqu.platform.data.statistics.Covered;
import org.tongqu.platform.data.statistics.Growth;
import org.tongqu.platform.operate.web.Said;

/** What the pages of statistics say alike. */
record Words(Texts texts) {

    static final String PUBLIC = "/statistics";
    static final String DESK = "/desk/statistics";

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    String title(Indicator indicator) {
        return Said.in(texts, indicator.said().title());
    }

    String unit(Indicator indicator) {
        return Said.in(texts, indicator.said().unit());
    }

    /** With as many places behind the point as the indicator has. */
    static String amount(Indicator indicator, BigDecimal value) {
        return amount(value, indicator.shape().decimals());
    }

    static String amount(BigDecimal value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value.setScale(decimals, RoundingMode.HALF_UP));
    }

    String amount(Optional<BigDecimal> value, int decimals) {
        return value.map(known -> amount(known, decimals)).orElse(texts.say("statistics.none"));
    }

    String percent(Optional<BigDecimal> share) {
        return share.map(known -> amount(known, 1) + "%").orElse(texts.say("statistics.none"));
    }

    /** A month of a cumulative indicator begins with January. */
    String period(Indicator indicator, Period period) {
        int year = period.from().getYear();
        int month = period.from().getMonthValue();
        var cumulative = indicator.shape().measure() == Measure.CUMULATIVE && month > 1 ? "cumulative." : "";
        return switch (period.kind()) {
            case MONTH -> texts.say("statistics.period." + cumulative + "month", String.valueOf(year), month);
            case QUARTER ->
                texts.say("statistics.period." + cumulative + "quarter", String.valueOf(year), month / 3 + 1);
            case YEAR -> texts.say("statistics.period.year", String.valueOf(year));
        };
    }

    String growth(Growth growth) {
        return switch (growth) {
            case Growth.Percent(var by) -> signed(by) + "%";
            case Growth.Points(var by) -> texts.say("statistics.points", signed(by));
            case Growth.NothingBefore before -> texts.say("statistics.growth.nothing-before");
            case Growth.NotAboveNought base -> texts.say("statistics.growth.no-base");
        };
    }

    private static String signed(BigDecimal by) {
        return (by.signum() > 0 ? "+" : "") + amount(by, 1);
    }

    String every(Indicator indicator) {
        return texts.say("statistics.every." + indicator.shape().every().code());
    }

    String measure(Indicator indicator) {
        return texts.say(
                "statistics.measure." + indicator.shape().measure().name().toLowerCase(Locale.ROOT));
    }

    /** What a check found, with its amounts. */
    String finding(Indicator indicator, Covered covered, Finding finding) {
        int decimals = indicator.shape().decimals();
        var said = new Object[finding.amounts().size() + 1];
        said[0] = covered.name(finding.region());
        for (int place = 1; place < said.length; place++) {
            said[place] = amount(finding.amounts().get(place - 1), decimals);
        }
        return texts.say("statistics.finding." + finding.kind().code(), said);
    }
}
