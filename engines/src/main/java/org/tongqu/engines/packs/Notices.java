package org.tongqu.engines.packs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.engines.cases.Assignee;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.packs.Notice.Point;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Language;
import org.tongqu.kernel.time.WorkingCalendar;

/**
 * Who is told what by one act.
 *
 * <pre>
 * events ──► due ──► notices of the pack ──► told: recipients and values, to be kept ──► say: words in a language
 * </pre>
 *
 * What is kept is the values and not the words: the words stand in the pack, which the case is bound to by its content.
 */
public final class Notices {

    /** A name in a text, in braces. */
    public static final Pattern NAME = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    private static final String UNKNOWN = "—";

    private Notices() {}

    /** One act upon a case and what it led to. */
    public record Act(CaseState before, List<CaseEvent> events, CaseState after) {
        public Act {
            events = List.copyOf(events);
        }
    }

    /** @param recipients ids as the case knows them: the applicant's, or those of officers */
    public record Told(Notice notice, Set<String> recipients, Datum.Fields values) {
        public Told {
            recipients = Set.copyOf(recipients);
        }
    }

    /** What a person reads. */
    public record Said(String title, String text) {}

    /** The notices of the pack that these events call for; mostly none. */
    public static List<Notice> due(Pack pack, List<CaseEvent> events) {
        return pack.notices().stream()
                .filter(notice -> events.stream().anyMatch(event -> isAt(notice.at(), event)))
                .toList();
    }

    private static boolean isAt(Point point, CaseEvent event) {
        return switch (point) {
            case Point.Opened opened -> event instanceof CaseEvent.CaseOpened;
            case Point.Reached(var task) ->
                event instanceof CaseEvent.TaskOpened e && e.nodeId().equals(task);
            case Point.Completed(var task, var outcome) ->
                event instanceof CaseEvent.TaskCompleted e
                        && e.nodeId().equals(task)
                        && e.outcome().equals(outcome);
            case Point.Ended(var result) ->
                event instanceof CaseEvent.CaseEnded e && e.result().equals(result);
        };
    }

    /**
     * Who is told the notice, and with which values.
     *
     * @param known the facts of the case after the act, as documents know them
     */
    public static Told told(Notice notice, Act act, Datum known) {
        var recipients = switch (notice.to()) {
            case APPLICANT -> Set.of(act.after().opened().applicant());
            case HANDLERS -> handlers(act);
        };
        var facts = known.with("act", ofAct(act)).with("step", ofStep(notice.at(), act));
        Map<String, Datum> values = new LinkedHashMap<>();
        for (var value : notice.values()) {
            values.put(value.name(), kept(value, facts.at(value.from())));
        }
        return new Told(notice, recipients, new Datum.Fields(values));
    }

    /** What is to be masked is kept masked. */
    private static Datum kept(FactField value, Datum fact) {
        return value.show() == FactField.Show.MASKED && !fact.isNothing()
                ? Datum.of(FactTexts.masked(FactTexts.plain(fact)))
                : fact;
    }

    private static Set<String> handlers(Act act) {
        Set<String> handlers = new LinkedHashSet<>();
        act.after().doneTasks().stream()
                .filter(done -> done.task().performer() instanceof Performer.Role)
                .forEach(done -> handlers.add(done.by()));
        for (var state : List.of(act.before(), act.after())) {
            state.openTasks().stream()
                    .filter(task -> task.performer() instanceof Performer.Role)
                    .map(Task::assignee)
                    .flatMap(Optional::stream)
                    .map(Assignee::id)
                    .forEach(handlers::add);
        }
        handlers.remove(doing(act).by());
        return handlers;
    }

    private record Doing(Instant at, String by, String byName, String reason) {}

    /** What somebody did that all the rest followed from. */
    private static Doing doing(Act act) {
        for (var event : act.events()) {
            switch (event) {
                case CaseEvent.CaseOpened e -> {
                    return new Doing(e.at(), e.by(), e.byName(), "");
                }
                case CaseEvent.TaskCompleted e -> {
                    return new Doing(e.at(), e.by(), e.byName(), e.reason());
                }
                case CaseEvent.CaseWithdrawn e -> {
                    return new Doing(e.at(), e.by(), e.byName(), e.why());
                }
                default -> {}
            }
        }
        return new Doing(act.events().getFirst().at(), "", "", "");
    }

    private static Datum ofAct(Act act) {
        var doing = doing(act);
        var fields = Datum.empty().with("on", Datum.of(day(doing.at())));
        fields = doing.byName().isBlank() ? fields : fields.with("by", Datum.of(doing.byName()));
        return doing.reason().isBlank() ? fields : fields.with("reason", Datum.of(doing.reason()));
    }

    /** The last day of the task that was opened: the one the notice is about, or else the first. */
    private static Datum ofStep(Point point, Act act) {
        var opened = act.events().stream()
                .filter(CaseEvent.TaskOpened.class::isInstance)
                .map(CaseEvent.TaskOpened.class::cast)
                .filter(event -> !(point instanceof Point.Reached(var task))
                        || event.nodeId().equals(task))
                .findFirst();
        return opened.flatMap(CaseEvent.TaskOpened::dueAt)
                .map(due -> Datum.empty().with("lastDay", Datum.of(day(due.minusNanos(1)))))
                .orElseGet(Datum::empty);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(WorkingCalendar.ZONE).toLocalDate();
    }

    /**
     * The words of a notice with the values that were kept of it.
     *
     * @param divisionName the full name of a division by its code
     */
    public static Said say(
            Pack pack, Notice notice, Datum values, Language language, Function<String, String> divisionName) {
        Map<String, String> words = new LinkedHashMap<>();
        for (var value : notice.values()) {
            words.put(
                    value.name(),
                    FactTexts.shown(pack, value, values.at(value.name()), language, divisionName)
                            .orElse(UNKNOWN));
        }
        return new Said(
                filled(notice.title().in(language), words), filled(notice.text().in(language), words));
    }

    private static String filled(String text, Map<String, String> words) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(words.getOrDefault(name.group(1), UNKNOWN)));
    }
}
