package org.tongqu.platform.front.desk.web.watch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongqu.design.Texts;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.design.view.LampCounts;
import org.tongqu.engines.supervision.Level;
import org.tongqu.engines.supervision.WatchRule;
import org.tongqu.platform.front.desk.web.Limits;
import org.tongqu.platform.matter.supervision.FindingRow;
import org.tongqu.platform.operate.web.Said;

/** Rules and their lamps in words. */
final class RuleWords {

    private RuleWords() {}

    static Lamp lamp(Texts texts, Level level) {
        return new Lamp(level == Level.RED ? Light.LATE : Light.SOON, word(texts, level));
    }

    /** Put out where an office did what it owed after all; the finding stays. */
    static Lamp lamp(Texts texts, FindingRow row) {
        return row.times().settledAt().isPresent()
                ? new Lamp(Light.DONE, texts.say("supervision.finding.settled", word(texts, row.level())))
                : lamp(texts, row.level());
    }

    static String word(Texts texts, Level level) {
        return texts.say("supervision.level." + level.name().toLowerCase(Locale.ROOT));
    }

    static LampCounts lamps(Texts texts, FindingQuery query, Map<Level, Long> counts) {
        return new LampCounts(
                texts.say("supervision.findings.lamps"),
                List.of(Level.RED, Level.YELLOW).stream()
                        .map(level -> new LampCounts.Count(
                                lamp(texts, level),
                                texts.number(counts.getOrDefault(level, 0L)),
                                query.lit(level).rows()))
                        .toList());
    }

    static RulesPage.Rule rule(Texts texts, WatchRule rule) {
        var head = rule.head();
        return new RulesPage.Rule(
                Said.in(texts, head.label()),
                Said.in(texts, head.why()),
                new KeyFacts(List.of(
                        Fact.of(texts.say("supervision.rule.finds"), finds(texts, rule)),
                        Fact.of(texts.say("desk.evidence.basis"), Said.in(texts, head.basis())))),
                new FindingQuery(null, head.name(), null, null, null, null).rows());
    }

    /** When it lights which lamp. */
    static String finds(Texts texts, WatchRule rule) {
        return switch (rule) {
            case WatchRule.Overdue r -> texts.say("supervision.rule.overdue");
            case WatchRule.StoppedTooLong r ->
                texts.say(
                        "supervision.rule.stopped-too-long", Limits.say(texts, r.yellow()), Limits.say(texts, r.red()));
            case WatchRule.StoppedWithoutBasis r ->
                texts.say("supervision.rule.stopped-without-basis", word(texts, r.level()));
            case WatchRule.RefusedWithoutReason r ->
                texts.say(
                        "supervision.rule.refused-without-reason",
                        String.valueOf(r.characters()),
                        r.phrases().stream().collect(Collectors.joining(texts.say("supervision.rule.or"))),
                        word(texts, r.level()));
            case WatchRule.AbnormalSpeed r ->
                texts.say("supervision.rule.abnormal-speed", seconds(texts, r.yellow()), seconds(texts, r.red()));
            case WatchRule.RepeatedSupplements r ->
                texts.say("supervision.rule.repeated-supplements", String.valueOf(r.yellow()), String.valueOf(r.red()));
            case WatchRule.SkippedStep r ->
                texts.say(
                        "supervision.rule.skipped-step",
                        String.valueOf(r.steps().size()),
                        word(texts, r.level()));
            case WatchRule.Contradiction r ->
                texts.say("supervision.rule.contradiction", Said.in(texts, r.facts()), word(texts, r.level()));
            case WatchRule.Neglected r ->
                r.warn()
                        .map(warn -> texts.say("supervision.rule.neglected", Limits.say(texts, warn)))
                        .orElseGet(() -> texts.say("supervision.rule.neglected.own"));
            case WatchRule.SwitchedOff r -> texts.say("supervision.rule.switched-off");
        };
    }

    private static String seconds(Texts texts, Duration duration) {
        return texts.say("supervision.seconds", String.valueOf(duration.toSeconds()));
    }
}
