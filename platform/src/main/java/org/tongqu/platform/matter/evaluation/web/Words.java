package org.tongqu.platform.matter.evaluation.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.engines.evaluation.Indicator;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.Scheme;
import org.tongqu.engines.evaluation.Sheet;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.evaluation.Measure;
import org.tongqu.platform.matter.evaluation.PeriodState;
import org.tongqu.platform.matter.evaluation.RowKind;
import org.tongqu.platform.matter.evaluation.RowPage;
import org.tongqu.platform.matter.evaluation.Standing;
import org.tongqu.platform.matter.evaluation.Subject;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Said;

/** Evaluation in words and addresses. */
record Words(Texts texts) {

    static final String RANKING = "/desk/evaluation";
    static final String SCHEME = RANKING + "/scheme";
    static final String ONLINE = RANKING + "/online";

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    String in(Label label) {
        return Said.in(texts, label);
    }

    String period(Period period) {
        int year = period.from().getYear();
        return switch (period.kind()) {
            case MONTH ->
                texts.say(
                        "evaluation.period.month",
                        String.valueOf(year),
                        String.valueOf(period.from().getMonthValue()));
            case QUARTER ->
                texts.say(
                        "evaluation.period.quarter",
                        String.valueOf(year),
                        String.valueOf(period.from().getMonthValue() / 3 + 1));
            case YEAR -> texts.say("evaluation.period.year", String.valueOf(year));
        };
    }

    String kind(SubjectKind kind) {
        return texts.say("evaluation.kind." + kind.code());
    }

    /** How certain the figures are. */
    String state(PeriodState state) {
        return state.frozen()
                .map(frozen -> texts.say("evaluation.state.frozen", texts.moment(frozen.at())))
                .orElseGet(() -> texts.say(
                        "evaluation.state.open",
                        state.countedAt().map(texts::moment).orElse("–")));
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String number(Optional<BigDecimal> number) {
        return number.map(Words::plain).orElse("–");
    }

    /** With its sign; nothing where there is nothing to compare with. */
    static String change(Optional<BigDecimal> change) {
        return change.map(by -> (by.signum() > 0 ? "+" : "") + plain(by)).orElse("–");
    }

    String value(Sheet.Score score) {
        return score.value()
                .map(value ->
                        texts.say("evaluation.unit." + code(score.indicator().unit()), plain(value)))
                .orElseGet(() -> texts.say("evaluation.not-measured"));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What its points do to the total, e.g. {@code 权重 30}. */
    String weight(Indicator indicator) {
        var formulas = indicator.formulas();
        return indicator.kind() == Indicator.Kind.SCORED
                ? texts.say("evaluation.weight", plain(formulas.weight()))
                : texts.say("evaluation.most." + code(indicator.kind()), plain(formulas.full()));
    }

    String direction(Indicator indicator) {
        return texts.say("evaluation.direction." + code(indicator.formulas().direction()));
    }

    /** As the scheme calls it; its name where this scheme has no such. */
    String indicator(Scheme scheme, String name) {
        return scheme.find(name).map(known -> in(known.said().label())).orElse(name);
    }

    String measure(Measure measure) {
        return texts.say("evaluation.measure." + measure.code());
    }

    String asked(RowPage.Asked asked) {
        return asked.without()
                .map(other -> texts.say("evaluation.rows.without", measure(asked.measure()), measure(other)))
                .orElseGet(() -> measure(asked.measure()));
    }

    static String sheet(PeriodState state, Subject subject) {
        return RANKING + "/" + state.period().id() + "/" + subject.kind().code() + "/" + subject.id();
    }

    /** The ways to take a list away. @param query what stands behind the address */
    static List<ButtonLink> exports(Texts texts, String address, String query) {
        return Stream.of(SheetForm.values())
                .map(form -> ButtonLink.plain(
                                texts.say("evaluation.export", form.name()), address + "/export." + form.code() + query)
                        .with(Icon.DOWNLOAD))
                .toList();
    }

    static String rows(PeriodState state, Subject subject, RowPage.Asked asked, String trail) {
        return ListAddress.of(sheet(state, subject) + "/" + asked.measure().code())
                .with("without", asked.without().map(Measure::code).orElse(""))
                .with("after", trail)
                .toString();
    }

    /** What appeals made of a total and its place. */
    static String amended(Texts texts, Standing.Amended amended) {
        return amended.place()
                .map(place -> texts.say("evaluation.fact.amended.of", plain(place.total()), place.place()))
                .orElseGet(() -> texts.say("evaluation.unranked"));
    }

    /** Where a row is shown whole; nowhere for those that have no page. */
    static String row(RowKind kind, String key) {
        return switch (kind) {
            case CASE, SUPPLEMENT -> "/desk/cases/" + key.substring(0, Math.min(key.length(), 36));
            case CLOCK ->
                "/desk/supervision/clocks/" + key.substring(0, 36) + "/" + UriUtils.encode(key.substring(37), "UTF-8");
            case FINDING -> "/desk/supervision/findings/" + key;
            case ORDER -> "/desk/supervision/orders/" + key;
            case RATING -> "/desk/ratings/" + key;
            case DUTY -> key.substring(Math.min(key.length(), 36));
        };
    }
}
