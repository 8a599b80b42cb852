package org.tongqu.engines.packs.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.engines.cases.process.Formula;
import org.tongqu.engines.evaluation.Indicator;
import org.tongqu.engines.evaluation.Indicator.Direction;
import org.tongqu.engines.evaluation.Indicator.Kind;
import org.tongqu.engines.evaluation.Scheme;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.kernel.Outcome;

/** Reads a scheme of evaluation: its indicators, their formulas and weights, checked by file and line. */
public final class EvaluationFile {

    private static final String NAME = "[a-z][a-z0-9-]{1,40}";
    private static final String NUMBER = "[0-9]{1,4}(\\.[0-9]{1,2})?";

    private final Problems problems;
    private final Collection<String> measures;

    private EvaluationFile(Problems problems, Collection<String> measures) {
        this.problems = problems;
        this.measures = measures;
    }

    /**
     * The scheme, or what is wrong with it.
     *
     * @param file as it is to be named in problems
     * @param measures what can be counted
     */
    public static Outcome<Scheme, List<PackProblem>> read(String file, byte[] yaml, Collection<String> measures) {
        var problems = new Problems();
        var scheme = PackFolder.of(file, yaml)
                .yaml(file, new Spot(file, 1), problems)
                .map(root -> new EvaluationFile(problems, measures).scheme(root));
        return scheme.isEmpty() || problems.hasErrors() ? Outcome.refused(problems.all()) : Outcome.done(scheme.get());
    }

    private Scheme scheme(Section root) {
        var section = root.section("indicators");
        var indicators = new ArrayList<Indicator>();
        for (var name : section.names()) {
            if (!name.matches(NAME)) {
                problems.error(section.at(name), "evaluation-name", name);
            }
            section.findSection(name).flatMap(inner -> indicator(name, inner)).ifPresent(indicators::add);
        }
        if (indicators.stream().noneMatch(indicator -> indicator.kind() == Kind.SCORED)) {
            problems.error(root.at("indicators"), "evaluation-no-weight");
        }
        var least = least(root, indicators);
        var scheme = new Scheme(root.text("edition"), root.label("title"), root.label("basis"), indicators, least);
        root.done();
        return scheme;
    }

    /** Not more than there are of a kind: nobody of it could ever be ranked. */
    private Map<SubjectKind, Integer> least(Section root, List<Indicator> indicators) {
        var least = new EnumMap<SubjectKind, Integer>(SubjectKind.class);
        root.findSection("least").ifPresent(section -> {
            for (var kind : SubjectKind.values()) {
                var key = kind.code();
                if (section.has(key)) {
                    long most = indicators.stream()
                            .filter(indicator -> indicator.kind() == Kind.SCORED
                                    && indicator.of().contains(kind))
                            .count();
                    int asked = section.number(key, 1);
                    if (asked < 1 || asked > most) {
                        problems.error(section.at(key), "evaluation-least", key, asked, most);
                    }
                    least.put(kind, asked);
                }
            }
            section.done();
        });
        return least;
    }

    private Optional<Indicator> indicator(String name, Section section) {
        var said = new Indicator.Said(section.label("label"), section.label("formula"), section.label("basis"));
        var kind = section.has("kind") ? section.findChoice("kind", Kind.class).orElse(Kind.SCORED) : Kind.SCORED;
        var unit = section.findChoice("unit", Indicator.Unit.class).orElse(Indicator.Unit.COUNT);
        if (!section.has("unit")) {
            section.text("unit");
        }
        var of = subjects(section);
        var formulas = formulas(section, kind);
        section.done();
        return formulas.map(known -> new Indicator(name, said, kind, unit, known, of));
    }

    private Set<SubjectKind> subjects(Section section) {
        var of = EnumSet.noneOf(SubjectKind.class);
        if (!section.has("of")) {
            section.text("of");
        }
        for (var said : section.has("of") ? section.texts("of") : List.<String>of()) {
            SubjectKind.find(said)
                    .ifPresentOrElse(
                            of::add,
                            () -> problems.error(
                                    section.at("of"),
                                    "pack-choice",
                                    said,
                                    Stream.of(SubjectKind.values())
                                            .map(SubjectKind::code)
                                            .collect(Collectors.joining(", "))));
        }
        return of;
    }

    private Optional<Indicator.Formulas> formulas(Section section, Kind kind) {
        var full = number(section, "full");
        var weight = kind == Kind.SCORED ? number(section, "weight") : Optional.of(BigDecimal.ZERO);
        var direction = direction(section);
        var value = formula(section, "value", measures);
        var points = formula(section, "points", List.of(Indicator.VALUE, Indicator.FULL));
        if (full.isEmpty() || weight.isEmpty() || value.isEmpty() || points.isEmpty() || direction.isEmpty()) {
            return Optional.empty();
        }
        var formulas = new Indicator.Formulas(value.get(), points.get(), direction.get(), weight.get(), full.get());
        if (!goesItsWay(formulas, kind)) {
            problems.error(
                    section.valueAt("points"),
                    "evaluation-direction",
                    section.findText("direction").orElse(""));
        }
        return Optional.of(formulas);
    }

    private Optional<Direction> direction(Section section) {
        if (!section.has("direction")) {
            section.text("direction");
        }
        return section.findChoice("direction", Direction.class);
    }

    private Optional<BigDecimal> number(Section section, String key) {
        var text = section.text(key);
        if (text.matches(NUMBER) && new BigDecimal(text).signum() > 0) {
            return Optional.of(new BigDecimal(text));
        }
        if (!text.isEmpty()) {
            problems.error(section.at(key), "evaluation-number", key, text);
        }
        return Optional.empty();
    }

    private Optional<Formula> formula(Section section, String key, Collection<String> known) {
        var text = section.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (Formula.read(text, known)) {
            case Outcome.Done<Formula, Formula.Flaw>(var formula) -> {
                if (formula.names().isEmpty()) {
                    problems.error(section.valueAt(key), "evaluation-constant", text);
                }
                yield Optional.of(formula);
            }
            case Outcome.Refused<Formula, Formula.Flaw>(var flaw) -> {
                flawed(section, key, flaw, known);
                yield Optional.empty();
            }
        };
    }

    private void flawed(Section section, String key, Formula.Flaw flaw, Collection<String> known) {
        var at = section.valueAt(key);
        switch (flaw) {
            case Formula.Flaw.Unreadable(var why) -> problems.error(at, "evaluation-formula", why);
            case Formula.Flaw.Impure impure -> problems.error(at, "evaluation-impure");
            case Formula.Flaw.UnknownName(var name) ->
                problems.error(at, "evaluation-measure", name, Nearest.to(name, known));
        }
    }

    /** Whether a better value never brings less: asked at some values, as a formula can be anything. */
    private static boolean goesItsWay(Indicator.Formulas formulas, Kind kind) {
        boolean better = formulas.direction() == Direction.HIGHER_IS_BETTER;
        boolean rises = kind == Kind.MALUS ? !better : better;
        var last = Optional.<BigDecimal>empty();
        for (int value : new int[] {0, 1, 5, 20, 50, 80, 95, 100}) {
            var points = formulas.points()
                    .of(Map.of(Indicator.VALUE, BigDecimal.valueOf(value), Indicator.FULL, formulas.full()))
                    .map(some -> some.max(BigDecimal.ZERO).min(formulas.full()));
            if (points.isEmpty()) {
                return false;
            }
            int step = last.map(points.get()::compareTo).orElse(0);
            if (rises ? step < 0 : step > 0) {
                return false;
            }
            last = points;
        }
        return true;
    }
}
