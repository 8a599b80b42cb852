package org.tongqu.engines.packs.scenarios;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseRefusal;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.cases.Service;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Appointment;
import org.tongqu.engines.cases.process.Charge;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.packs.Apart;
import org.tongqu.engines.packs.DocumentTemplate;
import org.tongqu.engines.packs.Documents;
import org.tongqu.engines.packs.FactTexts;
import org.tongqu.engines.packs.Notices;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.Scenario.Given;
import org.tongqu.engines.packs.Scenario.Step;
import org.tongqu.engines.schema.FieldProblem;
import org.tongqu.engines.supervision.WatchRules;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.OrganisationCode;
import org.tongqu.kernel.text.Language;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.WorkingCalendar;

/** One case in the making: its answers, its events, the time. */
final class Story {

    private static final Sentences SENTENCES = Sentences.in("texts/engines/packs");
    private static final String ORGANISATION = "11999901MB0A00018J";
    private static final Actor APPLICANT = Actor.applicant("applicant", "applicant");
    private static final Actor SYSTEM = Actor.system("system");

    private final Pack pack;
    private final Given given;
    private final WorkingCalendar calendar;
    private final List<String> documents = new ArrayList<>();
    private final List<String> registers = new ArrayList<>();
    private final List<String> published = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Set<String> found = new TreeSet<>();
    private List<String> problems = List.of();
    private Datum.Fields answers;
    private CaseState state = CaseState.none();
    private Instant now;

    Story(Pack pack, Given given, WorkingCalendar calendar) {
        this.pack = pack;
        this.given = given;
        this.calendar = calendar;
        this.answers = given.answers();
        this.now = given.at().atZone(WorkingCalendar.ZONE).toInstant();
    }

    CaseState state() {
        return state;
    }

    Instant now() {
        return now;
    }

    List<String> documents() {
        return documents;
    }

    List<String> registers() {
        return registers;
    }

    List<String> published() {
        return published;
    }

    /** The notices given to somebody. */
    List<String> told() {
        return told;
    }

    /** The rules of the pack that found something in what was done. */
    Set<String> found() {
        return found;
    }

    /** What the form last found wrong, as {@code path code}. */
    List<String> problems() {
        return problems;
    }

    /** Does the step; the refusal if it was refused. */
    Optional<String> happen(Step step) {
        return switch (step) {
            case Step.Submit submit -> submit();
            case Step.Change(var changes, int line) -> {
                Datum changed = answers;
                for (var change : changes.entrySet()) {
                    changed = changed.with(change.getKey(), change.getValue());
                }
                answers = (Datum.Fields) changed;
                yield Optional.empty();
            }
            case Step.Claim(var officer, var task, int line) ->
                onTask(task, open -> new CaseCommand.Claim(open.id()), officer(officer));
            case Step.Complete complete -> complete(complete);
            case Step.Withdraw(var reason, int line) -> act(new CaseCommand.Withdraw(reason), APPLICANT);
            case Step.Wait wait -> pass(wait);
            case Step.Refused refused -> Optional.empty();
        };
    }

    private Optional<String> submit() {
        problems = check();
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return act(new CaseCommand.Open("S-1", pack.clocks(), opening(), APPLICANT.id(), ORGANISATION), APPLICANT);
    }

    /** In a story one organisation plays every kind that the process names. */
    private Datum.Fields opening() {
        Datum known = facts();
        for (var kind : pack.process().organisationKinds()) {
            known = known.with("organisations." + kind, Datum.of(ORGANISATION));
        }
        return new Datum.Fields(known.fields(""));
    }

    private List<String> check() {
        List<FieldProblem> found = new ArrayList<>(Forms.check(pack.form(), pack.schema(), answers));
        found.addAll(Forms.checkMaterials(pack.form(), answers, given.materials(), Set.of()));
        return found.stream()
                .map(problem -> problem.path() + " " + problem.code())
                .toList();
    }

    private Datum.Fields facts() {
        return new Datum.Fields(Map.of("answers", Forms.asked(pack.form(), answers)));
    }

    private Optional<String> complete(Step.Complete step) {
        if (step.by().equals(APPLICANT.id())) {
            part(step.task()).ifPresent(part -> answers = Forms.begin(part, answers));
            problems = check();
            return problems.isEmpty()
                    ? onTask(
                            step.task(),
                            task -> new CaseCommand.Complete(task.id(), step.outcome(), step.reason(), facts()),
                            APPLICANT)
                    : Optional.of("FormProblems" + problems);
        }
        var barred = Apart.barredBy(pack, state, step.task(), step.by());
        if (barred.isPresent()) {
            return Optional.of("Apart[" + barred.get().code() + "]");
        }
        return onTask(
                step.task(),
                task -> new CaseCommand.Complete(task.id(), step.outcome(), step.reason(), named(step)),
                officer(step.by()));
    }

    private Datum.Fields named(Step.Complete step) {
        Datum named = step.day().isEmpty() ? Datum.empty() : Appointment.on(day(step.day()));
        return new Datum.Fields((step.fee().isEmpty()
                        ? named
                        : named.with(Charge.PATH, Charge.typed(step.fee()).at(Charge.PATH)))
                .fields(""));
    }

    /** So many days from now, or the day itself. */
    private String day(String text) {
        return Limit.parse(text)
                .fold(
                        limit -> limit.dueDate(now, calendar).fold(LocalDate::toString, silent -> text),
                        otherwise -> text);
    }

    private Optional<String> part(String nodeId) {
        return pack.process()
                .findNode(nodeId)
                .filter(Node.UserTask.class::isInstance)
                .flatMap(node -> ((Node.UserTask) node).formPart());
    }

    private Actor officer(String id) {
        return given.officers().stream()
                .filter(officer -> officer.id().equals(id))
                .findFirst()
                .map(officer -> Actor.officer(officer.id(), officer.name(), ORGANISATION, officer.roles()))
                .orElseGet(() -> Actor.officer(id, id, ORGANISATION, Set.of()));
    }

    private Optional<String> onTask(String nodeId, Function<Task, CaseCommand> command, Actor actor) {
        return state.openTasks().stream()
                .filter(task -> task.nodeId().equals(nodeId))
                .findFirst()
                .map(task -> act(command.apply(task), actor))
                .orElse(Optional.of("NotWaiting[" + nodeId + "]"));
    }

    private Optional<String> act(CaseCommand command, Actor actor) {
        return switch (Cases.decide(pack.process(), state, command, actor, new Moment(now, calendar))) {
            case Outcome.Refused<List<CaseEvent>, CaseRefusal>(var refusal) -> Optional.of(refusal.toString());
            case Outcome.Done<List<CaseEvent>, CaseRefusal>(var events) -> {
                var before = state;
                state = Cases.replay(pack.process(), state, events);
                tell(new Notices.Act(before, events, state));
                watch(new WatchRules.Act(pack.process(), before, events, state));
                yield serve();
            }
        };
    }

    private void tell(Notices.Act act) {
        Notices.due(pack, act.events()).stream()
                .map(notice -> Notices.told(notice, act, known()))
                .filter(notice -> !notice.recipients().isEmpty())
                .forEach(notice -> told.add(notice.notice().id()));
    }

    private void watch(WatchRules.Act act) {
        new WatchRules(pack.watchRules()).found(act).forEach(finding -> found.add(finding.rule()));
    }

    /** Does what the process asks the platform for, until it asks no more. */
    private Optional<String> serve() {
        if (state.services().isEmpty()) {
            return Optional.empty();
        }
        var service = state.services().getFirst();
        return switch (perform(service)) {
            case Outcome.Refused<Datum.Fields, String>(var why) ->
                act(new CaseCommand.ServiceFailed(service.id(), why), SYSTEM);
            case Outcome.Done<Datum.Fields, String>(var facts) ->
                act(new CaseCommand.ServiceDone(service.id(), facts), SYSTEM);
        };
    }

    private Outcome<Datum.Fields, String> perform(Service service) {
        return switch (service.action()) {
            case "decisions.record" -> Outcome.done(new Datum.Fields(Map.of()));
            case "licences.issue" -> issue(pack.findDocument(service.with()).orElseThrow());
            case "registers.write" -> {
                var write = pack.findRegisterWrite(service.with()).orElseThrow();
                if (known().at(write.identifier()).isNothing()) {
                    yield Outcome.refused(write.identifier());
                }
                registers.add(write.id());
                yield Outcome.done(new Datum.Fields(Map.of()));
            }
            case "decisions.publish" -> {
                var list = pack.findPublication(service.with()).orElseThrow();
                for (var field : list.fields()) {
                    if (FactTexts.text(pack, field, known(), Language.ZH, code -> code)
                            .isEmpty()) {
                        yield Outcome.refused(field.from());
                    }
                }
                published.add(list.id());
                yield Outcome.done(new Datum.Fields(Map.of()));
            }
            default -> Outcome.refused(service.action());
        };
    }

    private Outcome<Datum.Fields, String> issue(DocumentTemplate template) {
        var number = number(template);
        var licence = Datum.empty().with("number", Datum.of(number)).with("issuedOn", Datum.of(today()));
        var facts = new Datum.Fields(Map.of("licence", licence));
        var all = known().with("licence", licence);
        return Documents.fill(pack, template, all, Language.ZH, code -> code)
                .mapRefusal(missing -> missing.from())
                .map(filled -> {
                    documents.add(template.id());
                    return facts;
                });
    }

    private String number(DocumentTemplate template) {
        return switch (template.numbering().scheme()) {
            case UNIFIED_SOCIAL_CREDIT_CODE ->
                Documents.creditCode(
                                template.numbering(),
                                known(),
                                OrganisationCode.compose("MA0A0001").orElseThrow())
                        .fold(code -> code.value(), refusal -> "");
            case YEARLY -> Documents.yearly(template.numbering(), today(), 1);
            case LICENCE_IDENTIFIER -> template.typeCode();
        };
    }

    /** The facts as the platform would have them: the case's own and those of every case. */
    private Datum known() {
        Datum facts = state.facts();
        facts = facts.with("case.receipt", Datum.of("S-1"))
                .with("case.organisation.code", Datum.of(ORGANISATION))
                .with("case.organisation.name", Datum.of(SENTENCES.say(Language.ZH, "story-office", List.of())))
                .with("case.division", Datum.of("999901"))
                .with("case.openedOn", Datum.of(today()));
        return facts.with("decision.on", Datum.of(today()))
                .with("decision.organisation", Datum.of(SENTENCES.say(Language.ZH, "story-office", List.of())));
    }

    private LocalDate today() {
        return now.atZone(WorkingCalendar.ZONE).toLocalDate();
    }

    /** Lets time pass; timers fire at the moment they are due, not afterwards. */
    private Optional<String> pass(Step.Wait wait) {
        var day = calendar.plusWorkingDays(today(), wait.workingDays());
        if (day instanceof Outcome.Refused<?, ?> silent) {
            return Optional.of("CalendarSilent[" + silent + "]");
        }
        var until = now.atZone(WorkingCalendar.ZONE)
                .with(wait.workingDays() == 0 ? today() : day.orElseThrow())
                .plusHours(wait.hours())
                .toInstant();
        for (var timer = next(until); timer.isPresent(); timer = next(until)) {
            now = timer.get().dueAt().isAfter(now) ? timer.get().dueAt() : now;
            var refusal = act(new CaseCommand.FireTimer(timer.get().id()), SYSTEM);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        now = until;
        return Optional.empty();
    }

    private Optional<org.tongqu.engines.cases.Timer> next(Instant until) {
        return state.timers().stream()
                .filter(timer -> !timer.dueAt().isAfter(until))
                .min(Comparator.comparing(org.tongqu.engines.cases.Timer::dueAt));
    }
}
