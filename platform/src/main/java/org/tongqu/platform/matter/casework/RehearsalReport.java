package org.tongqu.platform.matter.casework;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tongqu.engines.cases.whatif.Course;
import org.tongqu.engines.cases.whatif.Foreseen;
import org.tongqu.engines.cases.whatif.Foreseen.Kind;
import org.tongqu.engines.cases.whatif.Unknown;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Language;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.Rehearsal.Line;

/** Tells what a changed pack would have made of cases: to people as a table, to programs as one JSON object a line. */
final class RehearsalReport {

    private static final Sentences SENTENCES = Sentences.in("texts/matter/casework");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(WorkingCalendar.ZONE);

    /** Of each kind so many cases are named; a program is told all. */
    private static final int NAMED = 20;

    private static final Duration QUIET = Duration.ofSeconds(2);

    private final PrintStream out;
    private final PrintStream progress;
    private final Pack pack;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Line>> named = new EnumMap<>(Kind.class);
    private final Map<String, Integer> results = new TreeMap<>();
    private int days;
    private long lastSaid = System.nanoTime();

    RehearsalReport(Pack pack, PrintStream out, PrintStream progress) {
        this.pack = pack;
        this.out = out;
        this.progress = progress;
    }

    void note(int number, long all, Line line) {
        var foreseen = line.foreseen();
        counts.merge(foreseen.kind(), 1, Integer::sum);
        var some = named.computeIfAbsent(foreseen.kind(), kind -> new ArrayList<>());
        if (some.size() < NAMED) {
            some.add(line);
        }
        results.merge(result(Optional.of(foreseen.then())) + " → " + result(foreseen.now()), 1, Integer::sum);
        days += Math.max(0, foreseen.workingDays());
        if (System.nanoTime() - lastSaid > QUIET.toNanos()) {
            lastSaid = System.nanoTime();
            progress.println("… " + number + " / " + all);
        }
    }

    /** Whether an author must look at something before publishing. */
    boolean isGrave() {
        return Rehearsal.grave().stream().anyMatch(counts::containsKey);
    }

    void json(Line line) {
        out.println(datum(line).canonical());
    }

    void jsonOfAll(long all) {
        Datum told = Datum.empty().with("pack", Datum.of(pack.id())).with("cases", Datum.of((int) all));
        for (var count : counts.entrySet()) {
            told = told.with("kinds." + count.getKey().key(), Datum.of(count.getValue()));
        }
        out.println(told.canonical());
    }

    void table(long all) {
        say("  ", "casework.whatif.heading", String.valueOf(all));
        for (var kind : Kind.values()) {
            var some = named.getOrDefault(kind, List.of());
            if (!some.isEmpty()) {
                say(
                        Rehearsal.grave().contains(kind) ? "  ⚠ " : "    ",
                        "casework.whatif.kind." + kind.key(),
                        String.valueOf(counts.get(kind)));
                if (kind != Kind.SAME && kind != Kind.GOES_ON) {
                    some.forEach(this::name);
                    rest(kind, some.size());
                }
            }
        }
        say("    ", "casework.whatif.results", "");
        results.forEach((change, count) -> out.println("        " + count + "  " + change));
        if (days > 0) {
            say("    ", "casework.whatif.later", String.valueOf(days));
        }
        say("  ", "casework.whatif.keeps", "");
    }

    private void rest(Kind kind, int told) {
        var more = counts.getOrDefault(kind, 0) - told;
        if (more > 0) {
            out.println("        … +" + more);
        }
    }

    /** Why it cannot be told is said in both languages; all else of a case is codes and days. */
    private void name(Line line) {
        out.println("        " + words(line, Language.ZH));
        if (line.foreseen().unknown().isPresent()) {
            out.println("        " + words(line, Language.EN));
        }
    }

    private static String words(Line line, Language language) {
        var foreseen = line.foreseen();
        var words = new ArrayList<String>();
        words.add(line.receipt());
        if (foreseen.unknown().isPresent()) {
            var unknown = foreseen.unknown().get();
            words.add(SENTENCES.say(
                    language,
                    "casework.whatif.unknown." + unknown.why().key(),
                    List.of(unknown.nodeId(), what(unknown, language))));
        } else {
            words.add(result(Optional.of(foreseen.then())) + " → " + result(foreseen.now()));
        }
        if (foreseen.workingDays() != 0) {
            words.add((foreseen.workingDays() > 0 ? "+" : "") + foreseen.workingDays() + " d");
        }
        foreseen.clocks()
                .forEach(clock -> words.add(clock.clock() + " " + day(clock.dueThen()) + " → " + day(clock.dueNow())
                        + (clock.turnsLate() ? " ⚠" : "")));
        if (!foreseen.gone().isEmpty()) {
            words.add("✘ " + String.join(", ", foreseen.gone()));
        }
        return String.join("  ", words);
    }

    private static String what(Unknown unknown, Language language) {
        return unknown.why() == Unknown.Why.ACT_REFUSED
                ? SENTENCES.say(language, "casework.whatif.act." + unknown.what(), List.of())
                : unknown.what();
    }

    private static String day(Optional<Instant> due) {
        return due.map(at -> DAY.format(at.minusNanos(1))).orElse("–");
    }

    private static String result(Optional<Course> course) {
        return course.map(known -> known.end()
                        .map(Course.End::result)
                        .orElseGet(() -> known.standing().stream().sorted().collect(Collectors.joining("+", "[", "]"))))
                .orElse("?");
    }

    private static Datum datum(Line line) {
        var foreseen = line.foreseen();
        Datum told = Datum.empty()
                .with("case", Datum.of(line.caseId()))
                .with("receipt", Datum.of(line.receipt()))
                .with("version", Datum.of(line.packVersion()))
                .with("kind", Datum.of(foreseen.kind().key()))
                .with("workingDays", Datum.of(foreseen.workingDays()))
                .with("then", Datum.of(result(Optional.of(foreseen.then()))))
                .with("now", Datum.of(result(foreseen.now())))
                .with("gone", Datum.of(foreseen.gone().stream().map(Datum::of).toList()))
                .with(
                        "clocks",
                        Datum.of(foreseen.clocks().stream()
                                .map(RehearsalReport::datum)
                                .toList()));
        return foreseen.unknown()
                .map(unknown -> told.with("unknown.why", Datum.of(unknown.why().name()))
                        .with("unknown.step", Datum.of(unknown.nodeId()))
                        .with("unknown.what", Datum.of(unknown.what())))
                .orElse(told);
    }

    private static Datum datum(Foreseen.ClockChange clock) {
        return Datum.empty()
                .with("clock", Datum.of(clock.clock()))
                .with("lastDayThen", Datum.of(day(clock.dueThen())))
                .with("lastDayNow", Datum.of(day(clock.dueNow())))
                .with("turnsLate", new Datum.Truth(clock.turnsLate()));
    }

    private void say(String before, String code, String argument) {
        for (var language : Language.values()) {
            out.println(before + SENTENCES.say(language, code, List.of(argument)));
        }
    }
}
