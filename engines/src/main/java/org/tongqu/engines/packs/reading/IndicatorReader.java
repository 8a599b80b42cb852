package org.tongqu.engines.packs.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongqu.engines.cases.process.Formula;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.packs.reading.IndicatorPacks.Declared;
import org.tongqu.engines.statistics.Check;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.engines.statistics.Indicator.Keeping;
import org.tongqu.engines.statistics.Indicator.Measure;
import org.tongqu.engines.statistics.Indicator.Said;
import org.tongqu.engines.statistics.Indicator.Shape;
import org.tongqu.engines.statistics.Indicator.Spread;
import org.tongqu.engines.statistics.Topic;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;

/** Reads {@code indicators/*.yaml} of a pack of indicators. */
final class IndicatorReader {

    private static final Pattern TOPIC = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final int MOST_DECIMALS = 6;
    private static final int A_YEAR = 366;
    private static final int A_MONTH = 30;

    private final Section root;
    private final Problems problems;
    private final Set<String> known;
    private final List<Declared> declared = new ArrayList<>();

    IndicatorReader(Section root, Set<String> known) {
        this.root = root;
        this.problems = root.problems();
        this.known = known;
    }

    List<Declared> declared() {
        return List.copyOf(declared);
    }

    Topic topic() {
        var code = root.text("topic");
        if (!code.isEmpty() && !TOPIC.matcher(code).matches()) {
            problems.error(root.at("topic"), "indicator-code", code);
        }
        var title = root.label("title");
        var office = root.text("office");
        var basis = root.label("basis");
        if (!root.has("indicators")) {
            problems.error(root.here(), "pack-key-missing", "indicators");
        }
        for (var section : root.sections("indicators")) {
            read(section, code, office, basis);
        }
        root.done();
        return new Topic(code, title, declared.stream().map(Declared::indicator).toList());
    }

    private void read(Section section, String topic, String office, Label basis) {
        var code = section.text("code");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            problems.error(section.at("code"), "indicator-code", code);
        }
        var said = new Said(
                section.label("title"),
                section.label("meaning"),
                section.label("unit"),
                section.findLabel("basis").orElse(basis));
        var shape = shape(section);
        var keeping = new Keeping(topic, section.findText("office").orElse(office), days(section));
        var formula = section.has("formula") ? formula(section) : Optional.<Formula>empty();
        var parts = section.at("checks");
        var checks =
                section.findSection("checks").map(inner -> checks(inner, shape)).orElse(List.of());
        section.done();
        declared.add(new Declared(
                new Indicator(code, said, shape, keeping, formula, checks),
                section.at("code"),
                section.at("formula"),
                parts));
    }

    private Shape shape(Section section) {
        var every = choice(section, "every", Period.Kind.class).orElse(Period.Kind.YEAR);
        var measure = choice(section, "measures", Measure.class).orElse(Measure.AMOUNT);
        var spread = section.findChoice("of", Spread.class).orElse(Spread.REGIONS);
        var decimals = section.number("decimals", 0);
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            problems.error(section.at("decimals"), "pack-value-kind", "decimals", "0 – " + MOST_DECIMALS);
        }
        return new Shape(every, measure, Math.clamp(decimals, 0, MOST_DECIMALS), spread);
    }

    private <E extends Enum<E>> Optional<E> choice(Section section, String key, Class<E> kind) {
        if (!section.has(key)) {
            section.text(key);
        }
        return section.findChoice(key, kind);
    }

    private int days(Section section) {
        var days = section.number("released-after", A_MONTH);
        if (days < 1 || days > A_YEAR) {
            problems.error(section.at("released-after"), "pack-value-kind", "released-after", "1 – " + A_YEAR);
        }
        return Math.clamp(days, 1, A_YEAR);
    }

    private Optional<Formula> formula(Section section) {
        var at = section.valueAt("formula");
        return switch (Formula.read(section.text("formula"), known)) {
            case Outcome.Done<Formula, Formula.Flaw>(var formula) -> {
                if (formula.names().isEmpty()) {
                    problems.error(at, "indicator-constant", formula);
                }
                yield Optional.of(formula);
            }
            case Outcome.Refused<Formula, Formula.Flaw>(var flaw) -> {
                switch (flaw) {
                    case Formula.Flaw.Unreadable(var why) -> problems.error(at, "evaluation-formula", why);
                    case Formula.Flaw.Impure impure -> problems.error(at, "evaluation-impure");
                    case Formula.Flaw.UnknownName(var name) ->
                        problems.error(at, "indicator-unknown", name, Nearest.to(name, known));
                }
                yield Optional.empty();
            }
        };
    }

    private List<Check> checks(Section section, Shape shape) {
        List<Check> checks = new ArrayList<>();
        if (section.has("range")) {
            range(section).ifPresent(checks::add);
        }
        amount(section, "regions-sum").ifPresent(tolerance -> {
            fits(section, "regions-sum", shape.spread() == Spread.REGIONS && isAdded(shape));
            checks.add(new Check.RegionsSum(tolerance));
        });
        if (section.isTrue("never-falls")) {
            fits(section, "never-falls", shape.measure() == Measure.CUMULATIVE);
            checks.add(new Check.NeverFalls());
        }
        section.findSection("parts").ifPresent(inner -> {
            fits(section, "parts", isAdded(shape));
            checks.add(parts(inner));
        });
        amount(section, "change").ifPresent(most -> checks.add(new Check.Change(most)));
        section.done();
        return checks;
    }

    private static boolean isAdded(Shape shape) {
        return shape.measure() != Measure.RATE && shape.measure() != Measure.MEAN;
    }

    private Check parts(Section section) {
        var of = section.texts("of");
        of.stream()
                .filter(part -> !known.contains(part))
                .forEach(part -> problems.error(section.at("of"), "indicator-unknown", part, Nearest.to(part, known)));
        var tolerance = amount(section, "tolerance").orElse(BigDecimal.ZERO);
        section.done();
        return new Check.Parts(of, tolerance);
    }

    private void fits(Section section, String key, boolean does) {
        if (!does) {
            problems.error(section.at(key), "indicator-check", key);
        }
    }

    private Optional<Check> range(Section section) {
        var ends = section.texts("range").stream()
                .filter(text -> NUMBER.matcher(text).matches())
                .map(BigDecimal::new)
                .toList();
        if (ends.size() != 2 || ends.getFirst().compareTo(ends.getLast()) >= 0) {
            problems.error(section.at("range"), "pack-value-kind", "range", "[from, to]");
            return Optional.empty();
        }
        return Optional.of(new Check.Range(ends.getFirst(), ends.getLast()));
    }

    private Optional<BigDecimal> amount(Section section, String key) {
        return section.findText(key).flatMap(text -> {
            if (NUMBER.matcher(text).matches() && new BigDecimal(text).signum() >= 0) {
                return Optional.of(new BigDecimal(text));
            }
            problems.error(section.at(key), "pack-value-kind", key, "number");
            return Optional.empty();
        });
    }
}
