package org.tongqu.engines.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.packs.reading.EvaluationFile;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.kernel.Outcome;

/** FEATURE: scores follow from a scheme that is data, and from nothing but what was counted. */
class EvaluationTest {

    private static final Set<String> MEASURES = Set.of("ended", "in_time", "asked", "found", "praised");

    private static final String SCHEME = """
            edition: 2026-1
            title: {zh: 方案, en: Scheme}
            basis: {zh: 依据, en: Basis}
            indicators:
              in-time:
                label: {zh: 按时, en: In time}
                formula: {zh: 按时比例, en: Share in time}
                basis: {zh: 依据, en: Basis}
                unit: percent
                direction: higher-is-better
                value: in_time / ended * 100
                points: value / 100 * full
                weight: 60
                full: 50
                of: [organisation, post]
              supplements:
                label: {zh: 补正, en: Asked}
                formula: {zh: 每百件补正, en: Per hundred}
                basis: {zh: 依据, en: Basis}
                unit: per-hundred
                direction: lower-is-better
                value: asked / ended * 100
                points: full - value * 2
                weight: 40
                full: 100
                of: [organisation]
              praise:
                label: {zh: 好评, en: Praise}
                formula: {zh: 每个好评一分, en: One each}
                basis: {zh: 依据, en: Basis}
                kind: bonus
                unit: count
                direction: higher-is-better
                value: praised
                points: value
                full: 3
                of: [organisation]
              findings:
                label: {zh: 查实, en: Found}
                formula: {zh: 每个两分, en: Two each}
                basis: {zh: 依据, en: Basis}
                kind: malus
                unit: count
                direction: lower-is-better
                value: found
                points: value * 2
                full: 10
                of: [organisation]
            """;

    private static Outcome<Scheme, List<PackProblem>> read(String yaml) {
        return EvaluationFile.read("scheme.yaml", yaml.getBytes(UTF_8), MEASURES);
    }

    private static List<PackProblem> problems(String yaml) {
        return read(yaml).fold(done -> List.of(), problems -> problems);
    }

    private static Sheet sheet(Map<String, Integer> counted) {
        var amounts = new HashMap<String, BigDecimal>();
        counted.forEach((name, number) -> amounts.put(name, BigDecimal.valueOf(number)));
        return Sheet.of(read(SCHEME).orElseThrow().of(SubjectKind.ORGANISATION), amounts);
    }

    private static void refused(String from, String to, String code, int line) {
        assertThat(SCHEME).contains(from);
        assertThat(problems(SCHEME.replace(from, to)))
                .as(to)
                .extracting(PackProblem::code, PackProblem::line, PackProblem::file)
                .contains(tuple(code, line, "scheme.yaml"));
    }

    @Test
    void weightedPointsMakeTheTotalAndBonusAndMalusStandBesideIt() {
        var sheet = sheet(Map.of("ended", 10, "in_time", 9, "asked", 1, "praised", 7, "found", 1));

        assertThat(sheet.scores())
                .extracting(
                        score -> score.indicator().name(),
                        score -> score.value().orElseThrow(),
                        score -> score.points().orElseThrow(),
                        score -> sheet.share(score).orElseThrow())
                .containsExactly(
                        tuple("in-time", number("90.00"), number("45.00"), number("54.00")),
                        tuple("supplements", number("10.00"), number("80.00"), number("32.00")),
                        tuple("praise", number("7.00"), number("3.00"), number("3.00")),
                        tuple("findings", number("1.00"), number("2.00"), number("2.00")));
        assertThat(sheet.total()).contains(number("87.00"));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void pointsStayBetweenNoughtAndTheMost() {
        var sheet = sheet(Map.of("ended", 1, "in_time", 0, "asked", 3, "found", 40));

        assertThat(sheet.scores())
                .extracting(score -> score.points().orElseThrow())
                .containsExactly(number("0.00"), number("0.00"), number("0.00"), number("10.00"));
        assertThat(sheet.total()).contains(number("0.00"));
    }

    @Test
    void whatCannotBeMeasuredLeavesItsWeightToTheOthersAndWithoutAnythingThereIsNoTotal() {
        var onlyOne = Sheet.of(
                read(SCHEME.replace("value: asked / ended * 100", "value: asked / found * 100"))
                        .orElseThrow()
                        .of(SubjectKind.ORGANISATION),
                Map.of("ended", BigDecimal.TEN, "in_time", BigDecimal.ONE));

        assertThat(onlyOne.scores().get(1).value()).isEmpty();
        assertThat(onlyOne.total()).contains(number("10.00"));
        assertThat(sheet(Map.of("praised", 2)).total()).isEmpty();
    }

    @Test
    void eachKindOfSubjectIsScoredByItsOwnIndicators() {
        assertThat(read(SCHEME).orElseThrow().of(SubjectKind.POST))
                .extracting(Indicator::name)
                .containsExactly("in-time");
        assertThat(read(SCHEME).orElseThrow().of(SubjectKind.REGION)).isEmpty();
    }

    @Test
    void aBrokenSchemeIsToldByFileAndLine() {
        refused("value: in_time / ended * 100", "value: intime / ended * 100", "evaluation-measure", 11);
        refused("value: in_time / ended * 100", "value: in_time / (ended", "evaluation-formula", 11);
        refused("value: in_time / ended * 100", "value: in_time + day(today())", "evaluation-impure", 11);
        refused("value: in_time / ended * 100", "value: 7", "evaluation-constant", 11);
        refused("points: full - value * 2", "points: value", "evaluation-direction", 23);
        refused("weight: 60", "weight: -1", "evaluation-number", 13);
        refused("unit: count", "unit: stars", "pack-choice", 32);
        refused("of: [organisation, post]", "of: [office]", "pack-choice", 15);
        refused("kind: bonus", "kind: bonsu", "pack-choice", 31);
        refused("    full: 50\n", "    full: 50\n    fun: 1\n", "pack-key-unknown", 15);
        assertThat(problems(SCHEME.replace("    weight: 60\n", "")))
                .extracting(PackProblem::code)
                .containsExactly("pack-key-missing");
    }

    private static Sheet total(String number) {
        return new Sheet(List.of(), Optional.of(number(number)));
    }

    private static Sheet nothing() {
        return new Sheet(List.of(), Optional.empty());
    }

    @Test
    void whoHasFewerIndicatorsThanTheLeastIsNotRankedAndTheLeastIsSomethingThatCanBeReached() {
        var scheme = read("least: {organisation: 2}\n" + SCHEME).orElseThrow();
        var indicators = scheme.of(SubjectKind.ORGANISATION);
        var both = Sheet.of(indicators, Map.of("ended", BigDecimal.TEN, "praised", BigDecimal.ONE));
        var none = Sheet.of(indicators, Map.of("praised", BigDecimal.ONE));

        assertThat(both.counted()).isEqualTo(2);
        assertThat(scheme.ranks(SubjectKind.ORGANISATION, both)).isTrue();
        assertThat(none.counted()).as("a bonus does not count").isZero();
        assertThat(scheme.ranks(SubjectKind.ORGANISATION, none)).isFalse();
        assertThat(scheme.least(SubjectKind.POST)).isEqualTo(1);
        assertThat(problems("least: {organisation: 3}\n" + SCHEME))
                .extracting(PackProblem::code, PackProblem::line)
                .containsExactly(tuple("evaluation-least", 1));
        assertThat(problems("least: {post: 0}\n" + SCHEME))
                .extracting(PackProblem::code)
                .containsExactly("evaluation-least");
        assertThat(problems("least: {office: 1}\n" + SCHEME))
                .extracting(PackProblem::code)
                .containsExactly("pack-key-unknown");
    }

    @Test
    void equalTotalsShareAPlace() {
        var ranking = Ranking.of(
                Map.of("a", total("80.00"), "b", total("95.5"), "c", total("80"), "d", total("70"), "e", nothing()));

        assertThat(ranking.places())
                .extracting(Ranking.Place::subject, Ranking.Place::place)
                .containsExactly(tuple("b", 1), tuple("a", 2), tuple("c", 2), tuple("d", 4));
    }

    @Test
    void aPeriodIsNamedAndKnowsItsDays() {
        var day = LocalDate.of(2026, 11, 23);

        for (var kind : Period.Kind.values()) {
            var period = Period.of(kind, day);
            assertThat(Period.parse(period.id())).contains(period);
            assertThat(period.previous().next()).isEqualTo(period);
            assertThat(day).isBetween(period.from(), period.until().minusDays(1));
        }
        assertThat(Period.of(Period.Kind.QUARTER, day).id()).isEqualTo("2026-Q4");
        assertThat(Period.of(Period.Kind.YEAR, day).previous().id()).isEqualTo("2025");
        assertThat(Period.parse("2026-13")).isEmpty();
        assertThat(Period.parse("2026-Q5")).isEmpty();
    }
}
