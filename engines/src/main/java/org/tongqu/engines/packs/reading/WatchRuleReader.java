package org.tongqu.engines.packs.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tongqu.engines.cases.RunningClock.Stop;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.engines.supervision.Level;
import org.tongqu.engines.supervision.WatchRule;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.Limit;

/** Reads the section {@code rules} of a file of supervision. */
final class WatchRuleReader {

    private enum Kind {
        OVERDUE,
        STOPPED_TOO_LONG,
        STOPPED_WITHOUT_BASIS,
        REFUSED_WITHOUT_REASON,
        ABNORMAL_SPEED,
        REPEATED_SUPPLEMENTS,
        SKIPPED_STEP,
        CONTRADICTION,
        NEGLECTED,
        SWITCHED_OFF
    }

    private final Problems problems;

    WatchRuleReader(Problems problems) {
        this.problems = problems;
    }

    List<WatchRule> read(Section rules) {
        List<WatchRule> read = new ArrayList<>();
        for (var name : rules.names()) {
            var section = rules.section(name);
            if (!name.matches("[a-z][a-z0-9-]*")) {
                problems.error(rules.at(name), "watch-name", name);
            }
            if (!section.has("kind")) {
                section.text("kind");
                continue;
            }
            section.findChoice("kind", Kind.class)
                    .map(kind -> rule(kind, name, section))
                    .ifPresent(read::add);
            section.done();
        }
        return read;
    }

    private WatchRule rule(Kind kind, String name, Section section) {
        if (kind == Kind.SWITCHED_OFF) {
            var nothing = Label.same("");
            return new WatchRule.SwitchedOff(new WatchRule.Head(name, nothing, nothing, section.label("why")));
        }
        var head = new WatchRule.Head(name, section.label("label"), section.label("basis"), section.label("why"));
        return switch (kind) {
            case OVERDUE -> new WatchRule.Overdue(head, texts(section, "clocks"));
            case STOPPED_TOO_LONG -> tooLong(head, section);
            case STOPPED_WITHOUT_BASIS ->
                new WatchRule.StoppedWithoutBasis(head, level(section), stops(section), texts(section, "mentions"));
            case REFUSED_WITHOUT_REASON ->
                new WatchRule.RefusedWithoutReason(
                        head, level(section), positive(section, "characters"), texts(section, "phrases"));
            case ABNORMAL_SPEED -> speed(head, section);
            case REPEATED_SUPPLEMENTS -> supplements(head, section);
            case SKIPPED_STEP ->
                new WatchRule.SkippedStep(head, level(section), section.text("result"), section.texts("steps"));
            case CONTRADICTION ->
                new WatchRule.Contradiction(
                        head,
                        level(section),
                        texts(section, "steps"),
                        outcomes(section),
                        when(section),
                        section.label("facts"));
            case NEGLECTED ->
                new WatchRule.Neglected(
                        head,
                        new HashSet<>(section.texts("duties")),
                        section.has("warn") ? Optional.of(limit(section, "warn")) : Optional.empty());
            case SWITCHED_OFF -> new WatchRule.SwitchedOff(head);
        };
    }

    private Set<String> outcomes(Section section) {
        var outcomes = new HashSet<>(section.texts("outcomes"));
        if (outcomes.isEmpty()) {
            problems.error(section.at("outcomes"), "pack-key-missing", "outcomes");
        }
        return outcomes;
    }

    private static Expression when(Section section) {
        if (!section.has("when")) {
            section.text("when");
        }
        return section.findCondition("when").orElse(new Expression.Literal(new Datum.Truth(false)));
    }

    private WatchRule tooLong(WatchRule.Head head, Section section) {
        var yellow = limit(section, "yellow");
        var red = limit(section, "red");
        if (yellow.unit() == red.unit()) {
            inOrder(section, yellow.amount(), red.amount());
        }
        return new WatchRule.StoppedTooLong(head, yellow, red);
    }

    private WatchRule speed(WatchRule.Head head, Section section) {
        int yellow = positive(section, "yellowSeconds");
        int red = section.number("redSeconds", 0);
        if (red > yellow) {
            problems.error(section.at("redSeconds"), "watch-order", yellow, red);
        }
        return new WatchRule.AbnormalSpeed(
                head, Duration.ofSeconds(yellow), Duration.ofSeconds(red), texts(section, "steps"));
    }

    private WatchRule supplements(WatchRule.Head head, Section section) {
        int yellow = positive(section, "yellow");
        int red = positive(section, "red");
        inOrder(section, yellow, red);
        return new WatchRule.RepeatedSupplements(head, yellow, red);
    }

    private void inOrder(Section section, int yellow, int red) {
        if (red < yellow) {
            problems.error(section.at("red"), "watch-order", yellow, red);
        }
    }

    private int positive(Section section, String key) {
        section.text(key);
        int number = section.number(key, 1);
        if (number < 1) {
            problems.error(section.at(key), "watch-positive", number);
        }
        return Math.max(1, number);
    }

    private Level level(Section section) {
        section.text("level");
        return section.findChoice("level", Level.class).orElse(Level.RED);
    }

    private Limit limit(Section section, String key) {
        var text = section.text(key);
        if (!text.isEmpty() && Limit.parse(text) instanceof Outcome.Done<Limit, Limit.Refusal>(var limit)) {
            return limit;
        }
        if (!text.isEmpty()) {
            problems.error(section.at(key), "clock-limit", text);
        }
        return Limit.workingDays(1);
    }

    private Set<Stop.Kind> stops(Section section) {
        var kinds = EnumSet.noneOf(Stop.Kind.class);
        for (var word : section.texts("stops")) {
            find(word)
                    .ifPresentOrElse(
                            kinds::add,
                            () -> problems.error(
                                    section.at("stops"), "pack-choice", word, "step, supplement, special, suspended"));
        }
        return kinds;
    }

    private static Optional<Stop.Kind> find(String word) {
        return EnumSet.allOf(Stop.Kind.class).stream()
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Set<String> texts(Section section, String key) {
        return section.has(key) ? new HashSet<>(section.texts(key)) : Set.of();
    }
}
