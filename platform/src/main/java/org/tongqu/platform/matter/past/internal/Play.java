package org.tongqu.platform.matter.past.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.forms.Provenance;
import org.tongqu.engines.packs.Apart;
import org.tongqu.engines.packs.DemoAnswers;
import org.tongqu.engines.packs.Notices;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.CaseHead;
import org.tongqu.platform.matter.casework.CaseInHand;
import org.tongqu.platform.matter.casework.CaseLoad;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.matter.decisions.DecisionLoad;
import org.tongqu.platform.matter.intake.Draft;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.intake.Submission;
import org.tongqu.platform.matter.intake.SubmissionLoad;
import org.tongqu.platform.matter.intake.Submitted.Applicant;
import org.tongqu.platform.matter.intake.Submitted.PackRef;
import org.tongqu.platform.matter.intake.Submitted.Place;
import org.tongqu.platform.matter.notices.NoticeChannel.Batch;
import org.tongqu.platform.matter.notices.NoticeLoad;
import org.tongqu.platform.operate.demo.Resident;

/** Plays one matter from its application to its end, or to the end of time. */
final class Play {

    private static final Duration RECENT = Duration.ofDays(12);
    /** One matter in so many is left where it is as soon as that makes it yellow, or red, on the last day. */
    private static final int LEFT_YELLOW = 8;

    private static final int LEFT_RED = 40;

    private final Stage stage;
    private final Planned planned;
    private final SplittableRandom random;
    private final Services services;
    private final CaseHead head;
    private Datum.Fields everything;
    private Datum.Fields answers;
    private final List<SubmissionLoad.Ready> submissions = new ArrayList<>();
    private final List<CaseLoad.Act> acts = new ArrayList<>();
    private final List<Batch> notices = new ArrayList<>();
    private final Map<String, Optional<Turn>> turns = new HashMap<>();
    private final Intended intended;
    private CaseState state = CaseState.none();
    private Instant now;

    private Play(Stage stage, Planned planned) {
        this.stage = stage;
        this.planned = planned;
        this.random = new SplittableRandom(planned.seed());
        this.services = new Services(planned, stage.tables().makers(), random);
        this.now = planned.appliedAt();
        var day = now.atZone(WorkingCalendar.ZONE).toLocalDate();
        int applying = applying();
        this.everything = DemoAnswers.make(stage.pack().demo(), town(applying), day, random);
        this.answers = asked(everything);
        this.head = head(stage.city().residents().applicant(applying));
        this.intended = new Intended(stage, planned, random);
    }

    /**
     * Which of the residents with an account: by turns one whom anybody can sign in as, else anybody; for a firm, who
     * represents one in operation.
     */
    private int applying() {
        var city = stage.city();
        var demo = stage.pack().demo();
        int number = demo.familiar() > 0 && planned.turn() % demo.familiar() == 0
                ? planned.turn() / demo.familiar() % city.citizens()
                : random.nextInt(city.residents().applicants());
        while (demo.isOfFirms() && !city.firms().at(number).isInOperation()) {
            number = (number + 1) % city.residents().applicants();
        }
        return number;
    }

    private Townspeople town(int applying) {
        var people = stage.people(planned.office());
        return stage.pack().demo().isOfFirms()
                ? people.where(stage.city().firms().at(applying))
                : people;
    }

    /** Of a form that is filled in by and by, only what was asked so far. */
    private Datum.Fields asked(Datum.Fields all) {
        var form = stage.pack().form();
        return form.parts().isEmpty() ? all : Forms.asked(form, all);
    }

    static Played of(Stage stage, Planned planned) {
        return new Play(stage, planned).play();
    }

    private CaseHead head(Resident applicant) {
        var pack = stage.pack();
        var office = planned.office();
        return new CaseHead(
                SubmissionLoad.caseId(now, random.nextLong(), random.nextLong()).toString(),
                ReceiptNumber.of(
                        office.division().sixDigits(),
                        Year.from(now.atZone(WorkingCalendar.ZONE)),
                        planned.index() + 1L),
                new PackRef(pack.id(), pack.version(), pack.contentHash()),
                SubmissionLoad.title(pack, answers),
                new Applicant(applicant.account(), applicant.name().value()),
                new Place(office.code(), office.division().sixDigits()),
                now);
    }

    private Played play() {
        var open = new CaseCommand.Open(
                head.caseId(),
                stage.pack().clocks(),
                stage.opening(planned.office(), answers),
                head.applicant().account(),
                head.organisation().code());
        submit();
        act(open, applicant());
        var goesOn = true;
        while (state.status() == CaseState.Status.RUNNING && goesOn) {
            goesOn = goOn();
        }
        var past = new CaseLoad.Past(head, acts);
        return new Played(
                submissions,
                past,
                stage.tables().cases().ready(past),
                services.recorded().isEmpty() ? decision().stream().toList() : services.recorded(),
                services.licences(),
                notices,
                services.firms());
    }

    /** The next thing that happens; false when it would happen too late, or never. */
    private boolean goOn() {
        if (state.openTasks().isEmpty() || isLeft()) {
            return false;
        }
        if (intended.withdrawsNow()) {
            return withdraw();
        }
        var asked = state.openTasks().stream()
                .filter(task -> task.performer() instanceof Performer.Applicant)
                .findFirst();
        return asked.isPresent() ? answer(asked.get()) : work();
    }

    private boolean withdraw() {
        return at(now.plus(Duration.ofMinutes(20 + random.nextInt(400))))
                && act(new CaseCommand.Withdraw(stage.reason("withdrawn", random)), applicant());
    }

    private boolean answer(Task task) {
        if (intended.isLapsing(task) && !state.timers().isEmpty()) {
            intended.lapsed();
            var timer = state.timers().getFirst();
            return at(timer.dueAt().plusSeconds(random.nextInt(5)))
                    && act(new CaseCommand.FireTimer(timer.id()), Actor.system(""));
        }
        if (!at(now.plus(Duration.ofMinutes((long) (600 + 9000 * random.nextDouble() * random.nextDouble()))))) {
            return false;
        }
        var node = (Node.UserTask) stage.pack().process().node(task.nodeId());
        if (node.formPart().isPresent() && !at(now.plus(Duration.ofHours(24L * (10 + random.nextInt(50)))))) {
            return false;
        }
        node.formPart().ifPresent(part -> {
            everything = Forms.begin(part, everything);
            answers = asked(everything);
        });
        submit();
        var facts = new Datum.Fields(Map.of("answers", answers));
        return act(new CaseCommand.Complete(task.id(), node.outcomeCodes().getFirst(), "", facts), applicant());
    }

    /** When an officer takes a task up and has done it. */
    private record Turn(Task task, Actor officer, Instant claimed, Instant done) {}

    /** Of several bodies that work at the same time, the one that is done first; false when none of them goes on. */
    private boolean work() {
        for (var task : state.openTasks()) {
            turns.computeIfAbsent(task.id(), id -> turn(task));
        }
        var open = state.openTasks().stream()
                .flatMap(task -> turns.getOrDefault(task.id(), Optional.empty()).stream())
                .min(Comparator.comparing(Turn::done));
        return open.isPresent() && work(open.get());
    }

    /** Empty for a task nobody takes up before the end of time. */
    private Optional<Turn> turn(Task task) {
        if (!(task.performer() instanceof Performer.Role(var role))) {
            throw new IllegalStateException("Nobody asks anybody to sign in the demo");
        }
        var claimed = stage.rhythm().afterOfficeHours(now, Rhythm.officeHours(0.8, random));
        var late = random.nextInt(1000) < 6 ? 10 + 20 * random.nextDouble() : 0;
        var usual = 1.6 * pace(task);
        var done = stage.rhythm().afterOfficeHours(claimed, Rhythm.officeHours(usual, random) + late);
        return isStalled() || !claimed.isBefore(stage.end())
                ? Optional.empty()
                : officer(task, role).map(officer -> new Turn(task, officer, claimed, done));
    }

    /** A step that may take many days takes some of them. */
    private double pace(Task task) {
        var limit = ((Node.UserTask) stage.pack().process().node(task.nodeId())).limit();
        return limit.filter(days -> days.unit() == Limit.Unit.WORKING_DAYS && days.amount() > 3)
                .map(days -> 0.7 * days.amount())
                .orElse(1.0);
    }

    /** What is not done before the end of time is at least in somebody's hands. */
    private boolean work(Turn turn) {
        var task = turn.task();
        turns.put(task.id(), Optional.empty());
        at(latest(now, turn.claimed()));
        act(new CaseCommand.Claim(task.id()), turn.officer());
        var outcome = intended.outcome(task);
        if (at(latest(now, turn.done()))) {
            var complete = intended.charged(Cases.completing(
                    state,
                    task,
                    stage.pack()
                            .process()
                            .userTask(task.nodeId())
                            .findOutcome(outcome)
                            .orElseThrow(),
                    stage.reason(outcome, random),
                    new Moment(now, stage.rhythm().calendar())));
            return intended.withdraws() && isDecisive(complete, turn.officer())
                    ? withdraw()
                    : act(complete, turn.officer());
        }
        return true;
    }

    /** Whether something is handed out or published by it; nobody thinks better of it after that. */
    private boolean isDecisive(CaseCommand command, Actor actor) {
        var moment = new Moment(now, stage.rhythm().calendar());
        return Cases.decide(stage.pack().process(), state, command, actor, moment)
                .fold(
                        events -> !Cases.replay(stage.pack().process(), state, events)
                                .services()
                                .isEmpty(),
                        refused -> false);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** By turns, not by chance: both lamps burn in the city whatever day it is loaded on. */
    private boolean isLeft() {
        return switch (lampOnTheLastDay()) {
            case YELLOW -> planned.index() % LEFT_YELLOW == 0;
            case RED -> now.isAfter(stage.end().minus(RECENT)) && planned.index() % LEFT_RED == 1;
            case GREEN, STOPPED, NONE -> false;
        };
    }

    /** How the matter would stand if nobody touched it again. */
    private Lamp lampOnTheLastDay() {
        return stage.tables().cases().lamp(state, stage.end());
    }

    /** Some of what came in lately lies about for too long. */
    private boolean isStalled() {
        return now.isAfter(stage.end().minus(RECENT)) && random.nextInt(100) < 3;
    }

    private Optional<Actor> officer(Task task, String role) {
        var holders = stage.holders(task.organisation(), role);
        int first = holders.isEmpty() ? 0 : random.nextInt(holders.size());
        for (int i = 0; i < holders.size(); i++) {
            var staff = holders.get((first + i) % holders.size());
            if (Apart.barredBy(stage.pack(), state, task.nodeId(), staff.id()).isEmpty()) {
                return Optional.of(Actor.officer(staff.id(), staff.name(), staff.organisation(), staff.roles()));
            }
        }
        return Optional.empty();
    }

    private Actor applicant() {
        return Actor.applicant(head.applicant().account(), head.applicant().name());
    }

    /** Moves the clock on; false where the end of time comes first. */
    private boolean at(Instant next) {
        if (!next.isBefore(stage.end())) {
            return false;
        }
        now = Instant.ofEpochMilli(next.toEpochMilli());
        return true;
    }

    /** Does it, and all that services have to do with it; false where the engine refuses. */
    private boolean act(CaseCommand command, Actor actor) {
        var moment = new Moment(now, stage.rhythm().calendar());
        var before = state;
        var events = new ArrayList<CaseEvent>();
        var decided = Cases.decide(stage.pack().process(), state, command, actor, moment);
        while (decided instanceof Outcome.Done<List<CaseEvent>, ?>(var more)) {
            events.addAll(more);
            state = Cases.replay(stage.pack().process(), state, more);
            if (state.services().isEmpty()) {
                acts.add(new CaseLoad.Act(actor, before, events, state));
                tell(new Notices.Act(before, events, state));
                return !events.isEmpty();
            }
            var service = state.services().getFirst();
            var inHand = inHand(actor, moment);
            var done = new CaseCommand.ServiceDone(service.id(), services.perform(inHand, service));
            decided = Cases.decide(stage.pack().process(), state, done, Actor.system(""), moment);
        }
        throw new IllegalStateException("The engine does not play along: " + decided);
    }

    private CaseInHand inHand(Actor actor, Moment moment) {
        var deciding = stage.organisation(CaseInHand.deciding(head, state));
        return new CaseInHand(head, stage.pack(), planned.office(), deciding, state, actor, moment);
    }

    private void tell(Notices.Act act) {
        if (!act.events().isEmpty()) {
            var told = NoticeLoad.told(stage.pack(), head, planned.office(), act);
            if (!told.told().isEmpty()) {
                notices.add(told);
            }
        }
    }

    private void submit() {
        var round = submissions.size() + 1;
        submissions.add(stage.tables()
                .submissions()
                .ready(new Submission(
                        head.receipt(),
                        round,
                        head.caseId(),
                        head.pack(),
                        head.applicant(),
                        head.organisation(),
                        head.title(),
                        new Draft.Filled(answers, Provenance.NONE),
                        List.of(),
                        SubmissionLoad.contentHash(head.receipt(), round, answers),
                        now)));
    }

    private Optional<DecisionLoad.Made> decision() {
        if (services.published().isPresent()) {
            return services.published();
        }
        if (planned.decisionNumber() == 0
                || state.status() != CaseState.Status.ENDED
                || state.doneTasks().isEmpty()
                || !(state.doneTasks().getLast().task().performer() instanceof Performer.Role)
                || acts.getLast().actor().kind() != Actor.Kind.OFFICER) {
            return Optional.empty();
        }
        var moment = new Moment(now, stage.rhythm().calendar());
        var inHand = inHand(acts.getLast().actor(), moment);
        var made = stage.tables().makers().decisions().decision(inHand, services.decisionNumber());
        return Optional.of(
                new DecisionLoad.Made(made, state.doneTasks().getLast().task().id(), List.of()));
    }
}
