package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.AnyProcess;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.OfferedOutcome;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.engines.cases.stored.CaseEventCodec;
import org.tongqu.engines.cases.whatif.Definition;
import org.tongqu.engines.cases.whatif.Foreseen;
import org.tongqu.engines.cases.whatif.WhatIf;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel._support.Property;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.SpecialDay;
import org.tongqu.kernel.time.WorkingCalendar;

/** FEATURE: whatever the process and whatever people do in whatever order, a case is never lost or stuck. */
class CasePropertiesTest {

    private static final WorkingCalendar LONG_CALENDAR = WorkingCalendar.of(
            "for tests", new HashSet<>(IntStream.range(2026, 2080).boxed().toList()), Played.CALENDAR.days());

    @Test
    void everyCaseKeepsItsPromisesAtEveryStepAndCanBeEnded() {
        Property.holds(120, random -> {
            var run = new Run(AnyProcess.of(random), random);

            run.open();
            for (int i = random.nextInt(25); i > 0 && run.isRunning(); i--) {
                run.anything();
            }
            run.goesOnWhenPlayedAgain();
            run.driveToTheEnd();

            assertThat(run.state.status()).isEqualTo(CaseState.Status.ENDED);
            run.holdsWhenStoredAndReadAgain();
            run.goesOnWhenPlayedAgain();
        });
    }

    @Test
    void aWithdrawnCaseIsOverWhereverItStood() {
        Property.holds(40, random -> {
            var run = new Run(AnyProcess.of(random), random);
            run.open();
            for (int i = random.nextInt(15); i > 0 && run.isRunning(); i--) {
                run.anything();
            }

            if (run.isRunning()) {
                run.does(new CaseCommand.Withdraw("不办了"), Played.WANG);
                assertThat(run.state.result()).contains("withdrawn");
            }
            assertThat(run.state.status()).isEqualTo(CaseState.Status.ENDED);
        });
    }

    @Test
    void whatIsRefusedChangesNothingAndWhatIsEndedRefusesEverything() {
        Property.holds(40, random -> {
            var run = new Run(AnyProcess.of(random), random);
            run.open();
            for (int i = 0; i < 10 && run.isRunning(); i++) {
                run.anything();
                run.nonsense();
            }
            run.driveToTheEnd();

            var last = run.state;
            run.nonsense();
            assertThat(run.decide(new CaseCommand.Withdraw("x"), Played.WANG)).isInstanceOf(Outcome.Refused.class);
            assertThat(run.state).isEqualTo(last);
        });
    }

    @Test
    void whateverIsDoneToACaseItGoesOnOrEnds() {
        var done = new TreeMap<String, Integer>();
        var heard = new AtomicInteger();
        Property.holds(300, random -> {
            var run = new Run(AnyProcess.of(random), random);

            run.open();
            for (int i = 5 + random.nextInt(30); i > 0 && run.isRunning(); i--) {
                if (random.nextInt(3) == 0) {
                    run.anything();
                } else {
                    run.act(done);
                }
            }
            run.driveToTheEnd();
            heard.addAndGet(run.heard);

            assertThat(run.state.status()).isEqualTo(CaseState.Status.ENDED);
            run.holdsWhenStoredAndReadAgain();
        });
        assertThat(heard.get()).isGreaterThan(20);
        assertThat(done.values()).as(done.toString()).allMatch(times -> times >= 1);
        assertThat(done).as(done.toString()).hasSizeGreaterThanOrEqualTo(19);
    }

    @Test
    void aCasePlayedAgainByItsOwnDefinitionGoesTheSameWay() {
        Property.holds(150, random -> {
            var run = new Run(AnyProcess.of(random), random);
            run.calendarStays = true;
            run.open();
            for (int i = 5 + random.nextInt(30); i > 0 && run.isRunning(); i--) {
                if (random.nextInt(3) == 0) {
                    run.anything();
                } else {
                    run.act(new TreeMap<>());
                }
            }
            run.goesOnWhenPlayedAgain();
        });
    }

    /** One case of a random process, checked after every event that is stored. */
    private static final class Run {

        private final Process process;
        private final SplittableRandom random;
        private final List<CaseEvent> events = new ArrayList<>();
        private final Set<String> tokenIds = new HashSet<>();
        private CaseState state = CaseState.none();
        private WorkingCalendar calendar = LONG_CALENDAR;
        private Instant now = Played.at("2026-01-05 09:00");
        private int heard;
        private boolean calendarStays;

        Run(Process process, SplittableRandom random) {
            this.process = process;
            this.random = random;
        }

        boolean isRunning() {
            return state.status() == CaseState.Status.RUNNING;
        }

        void open() {
            var panel = List.of(
                    Datum.of(Played.OFFICE),
                    Datum.empty().with("person", Datum.of(Played.QIAN.id())).with("name", Datum.of("钱接件")),
                    Datum.empty().with("organisation", Datum.of("water")).with("role", Datum.of("decider")));
            Datum facts = Datum.empty()
                    .with("panel", Datum.of(panel))
                    .with("organisations.tax", Datum.of("tax-1"))
                    .with("capital", Datum.of(random.nextInt(3000)))
                    .with("large", new Datum.Truth(random.nextBoolean()))
                    .with("small", new Datum.Truth(random.nextBoolean()));
            does(Played.open(Played.CLOCKS, facts.fields("")), Played.WANG);
        }

        Outcome<List<CaseEvent>, CaseRefusal> decide(CaseCommand command, Actor actor) {
            return Cases.decide(process, state, command, actor, new Moment(now, calendar));
        }

        void does(CaseCommand command, Actor actor) {
            var before = state;
            var decided = decide(command, actor).orElseThrow();
            for (var event : decided) {
                state = Cases.apply(process, state, event);
            }
            events.addAll(decided);
            newTokensHaveNewIds(before);
            holds();
        }

        /** Some operation, which is refused when it is not its time. */
        void act(Map<String, Integer> done) {
            now = now.plus(Duration.ofMinutes(random.nextInt(3000)));
            if (random.nextInt(8) == 0 && !calendarStays) {
                calendar = another();
            }
            var kind = random.nextInt(AnyAct.KINDS - 1);
            var rarely = random.nextInt(60) == 0 ? AnyAct.KINDS - 1 : kind;
            AnyAct.of(rarely, process, state, random).ifPresent(act -> {
                if (decide(act.command(), act.by()) instanceof Outcome.Done<?, ?>) {
                    done.merge(act.command().getClass().getSimpleName(), 1, Integer::sum);
                    does(act.command(), act.by());
                }
            });
        }

        /** The same years by another notice: some weeks off and some weekends worked, wherever they fall. */
        private WorkingCalendar another() {
            var days = new HashMap<LocalDate, SpecialDay>();
            var day = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
            for (int i = 0; i < 40; i++) {
                day = day.plusDays(1 + random.nextInt(3));
                var weekend = day.getDayOfWeek().getValue() > 5;
                days.put(day, new SpecialDay(day, weekend ? SpecialDay.Kind.WORKDAY : SpecialDay.Kind.HOLIDAY, "改"));
            }
            var known = LONG_CALENDAR.years();
            days.keySet().removeIf(date -> !known.contains(date.getYear()));
            return WorkingCalendar.of("edition " + random.nextInt(1000), known, days.values());
        }

        /** One sensible thing that somebody might do next. */
        void anything() {
            now = now.plus(Duration.ofMinutes(random.nextInt(3000)));
            var choice = random.nextInt(10);
            if (state.handling().suspension().isPresent()) {
                does(new CaseCommand.Resume("解除"), Played.PLATFORM);
            } else if (random.nextInt(4) == 0 && told()) {
                heard++;
            } else if (choice == 0 && !state.openTasks().isEmpty()) {
                moveAbout(any(state.openTasks()));
            } else if (choice <= 3 && !state.timers().isEmpty()) {
                fire(any(state.timers()));
            } else if (choice <= 5 && !state.services().isEmpty()) {
                answer(any(state.services()));
            } else if (!state.openTasks().isEmpty()) {
                var task = any(state.openTasks());
                complete(task, any(codes(task)));
            } else if (!state.services().isEmpty()) {
                answer(any(state.services()));
            } else {
                messageOrTimer();
            }
        }

        /** Whether anything in the case took what it was told. */
        private boolean told() {
            var nothing = new Datum.Fields(Map.of());
            var tried = any(List.of(
                    new CaseCommand.Receive("fee.paid", nothing),
                    new CaseCommand.Receive("report.in", nothing),
                    new CaseCommand.Signal("holder.died", nothing)));
            if (decide(tried, Played.PLATFORM) instanceof Outcome.Done) {
                does(tried, Played.PLATFORM);
                return true;
            }
            return false;
        }

        private void messageOrTimer() {
            var message = new CaseCommand.Receive("fee.paid", new Datum.Fields(Map.of()));
            var awaited = state.tokens().stream()
                    .map(token -> process.node(token.nodeId()))
                    .anyMatch(node -> node instanceof Node.WaitMessage || node instanceof Node.EventChoice);
            if (awaited) {
                does(message, Played.PLATFORM);
            } else {
                fire(any(state.timers()));
            }
        }

        /** People who do not turn back: with their first outcome every step leads nearer to the end. */
        void driveToTheEnd() {
            for (int i = 0; i < 2000 && isRunning(); i++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(60)));
                if (state.handling().suspension().isPresent()) {
                    does(new CaseCommand.Resume("解除"), Played.PLATFORM);
                } else if (!state.specials().isEmpty()) {
                    var special = state.specials().getFirst();
                    does(new CaseCommand.EndSpecial(special.id(), "开完"), AnyAct.specialist(state));
                } else if (!state.openTasks().isEmpty()) {
                    var task = any(state.openTasks());
                    complete(task, codes(task).getFirst());
                } else if (!state.services().isEmpty()) {
                    answer(any(state.services()));
                } else {
                    messageOrTimer();
                }
            }
        }

        void nonsense() {
            var commands = List.of(
                    new CaseCommand.Claim("nothing-1"),
                    new CaseCommand.FireTimer("nothing"),
                    new CaseCommand.ServiceDone("nothing", new Datum.Fields(Map.of())),
                    Played.open(),
                    new CaseCommand.Withdraw("x"));
            for (var command : commands) {
                assertThat(decide(command, Played.ZHAO)).isInstanceOf(Outcome.Refused.class);
            }
            for (var done : state.doneTasks()) {
                assertThat(decide(Played.complete(done.task().id(), done.outcome()), performer(done.task())))
                        .isInstanceOf(Outcome.Refused.class);
            }
            for (var task : state.openTasks()) {
                assertThat(decide(Played.complete(task.id(), "nonsense"), performer(task)))
                        .isInstanceOf(Outcome.Refused.class);
            }
        }

        private void complete(Task task, String outcome) {
            var command = Played.complete(task.id(), outcome);
            var held = !state.tiedTo(task.id()).isEmpty()
                    || state.specials().stream()
                            .anyMatch(special -> special.taskId().equals(task.id()));
            if (held) {
                assertThat(decide(command, performer(task)).fold(events -> "", CaseRefusal::toString))
                        .startsWith("Held");
            } else {
                does(command, performer(task));
            }
        }

        private List<String> codes(Task task) {
            return Cases.outcomes(process, task).stream()
                    .map(OfferedOutcome::code)
                    .toList();
        }

        private void answer(Service service) {
            var mayFail = !process.node(service.nodeId()).listeners().isEmpty();
            does(
                    mayFail && random.nextBoolean()
                            ? new CaseCommand.ServiceFailed(service.id(), "号段用完")
                            : new CaseCommand.ServiceDone(service.id(), new Datum.Fields(Map.of())),
                    Played.PLATFORM);
        }

        private void fire(Timer timer) {
            if (now.isBefore(timer.dueAt())) {
                assertThat(decide(new CaseCommand.FireTimer(timer.id()), Played.PLATFORM))
                        .isEqualTo(Outcome.refused(new CaseRefusal.NotYetDue(timer.dueAt())));
                now = timer.dueAt();
            }
            does(new CaseCommand.FireTimer(timer.id()), Played.PLATFORM);
        }

        private void moveAbout(Task task) {
            if (task.tie().isPresent()
                    || !(task.performer() instanceof Performer.Role)
                    || task.delegator().isPresent()) {
                return;
            }
            var assignee = task.assignee();
            if (assignee.isPresent()) {
                does(new CaseCommand.Release(task.id()), Played.PLATFORM);
            } else if (random.nextBoolean()) {
                does(new CaseCommand.Claim(task.id()), Played.LI);
            } else {
                var to = new Assignee(Played.QIAN.id(), Played.QIAN.name());
                does(new CaseCommand.Transfer(task.id(), to, "出差"), Played.LI);
            }
        }

        private static Actor performer(Task task) {
            return AnyAct.performer(task);
        }

        private void newTokensHaveNewIds(CaseState before) {
            for (var token : state.tokens()) {
                if (!before.tokens().contains(token)) {
                    assertThat(tokenIds.add(token.id()))
                            .as(token.id() + " used twice")
                            .isTrue();
                }
            }
        }

        private void holds() {
            assertThat(state.version()).isEqualTo(events.size());
            if (random.nextInt(6) == 0 || !isRunning()) {
                assertThat(Cases.replay(process, events)).isEqualTo(state);
            }
            everyTokenWaitsForExactlyOneThing();
            nothingHangsInTheAir();
            clocksAreRight();
            if (isRunning()) {
                assertThat(state.tokens()).isNotEmpty();
                assertThat(state.tokens())
                        .anyMatch(token -> !isJoin(token) && !(process.node(token.nodeId()) instanceof Node.Inner));
            } else {
                assertThat(state.tokens()).isEmpty();
                assertThat(state.waiting())
                        .isEqualTo(Waiting.FOR_NOTHING.at(
                                List.of(), state.waiting().numbersUsed()));
                assertThat(state.clocks().values())
                        .extracting(RunningClock::status)
                        .allMatch(status -> status == RunningClock.Status.ENDED);
                assertThat(events.getLast()).isInstanceOf(CaseEvent.CaseEnded.class);
            }
        }

        private void everyTokenWaitsForExactlyOneThing() {
            for (var token : state.tokens()) {
                var waits = Stream.of(
                                state.findOpenTask(token.id()).isPresent(),
                                state.findService(token.id()).isPresent(),
                                state.findGroup(token.id()).isPresent(),
                                process.node(token.nodeId()) instanceof Node.WaitMessage,
                                process.node(token.nodeId()) instanceof Node.WaitSignal,
                                process.node(token.nodeId()) instanceof Node.EventChoice,
                                process.node(token.nodeId()) instanceof Node.Inner && somethingGoesOnInside(token),
                                timers().stream().anyMatch(timer -> timer.id().equals(token.id())))
                        .filter(is -> is)
                        .count();
                var join = isJoin(token);
                var signing = state.findDoneTask(token.id()).isPresent();
                assertThat(waits).as(token.id()).isEqualTo(join || signing ? 0 : 1);
                if (signing) {
                    assertThat(state.tiedTo(token.id())).as(token.id()).isNotEmpty();
                }
            }
        }

        private boolean somethingGoesOnInside(Token inner) {
            var inside = inner.lineage().inside(inner.id());
            return state.tokens().stream().anyMatch(token -> token.lineage().isWithin(inside));
        }

        /** Timers, which stand aside while the case is suspended. */
        private List<Timer> timers() {
            return state.handling()
                    .suspension()
                    .map(Handling.Suspension::timers)
                    .orElse(state.timers());
        }

        private boolean isJoin(Token token) {
            var node = process.node(token.nodeId());
            return node instanceof Node.Parallel || node instanceof Node.Inclusive;
        }

        private void nothingHangsInTheAir() {
            for (var task : state.openTasks()) {
                assertThat(stands(task.tie().map(Task.Tie::to).orElse(task.id())))
                        .as(task.id())
                        .isTrue();
            }
            for (var timer : timers()) {
                timer.taskId()
                        .ifPresent(place ->
                                assertThat(stands(place)).as(timer.id()).isTrue());
            }
            for (var group : state.groups()) {
                assertThat(state.findToken(group.id())).isPresent();
                assertThat(state.tiedTo(group.id())).as(group.toString()).isNotEmpty();
                assertThat(group.opened())
                        .isEqualTo(
                                group.spoken().size() + state.tiedTo(group.id()).size());
            }
            for (var token : state.tokens()) {
                token.lineage()
                        .scope()
                        .ifPresent(scope -> assertThat(state.findToken(scope))
                                .as(token.id())
                                .isPresent());
            }
            for (var special : state.specials()) {
                assertThat(state.findOpenTask(special.taskId())).isPresent();
            }
        }

        private boolean stands(String place) {
            return state.findToken(place).isPresent()
                    || state.findOpenTask(place).isPresent();
        }

        private void clocksAreRight() {
            var stopped = state.handling().suspension().isPresent()
                    || state.openTasks().stream().anyMatch(this::stops)
                    || state.specials().stream()
                            .anyMatch(special -> special.excludedUntil().isPresent());
            for (var clock : state.clocks().values()) {
                assertThat(clock.dueAt()).isAfterOrEqualTo(clock.startedAt());
                assertThat(clock.warnAt()).isBetween(clock.startedAt(), clock.dueAt());
                assertThat(clock.calendarEdition()).isNotEmpty();
                assertThat(clock.prolonged()).hasSizeLessThanOrEqualTo(2);
                assertThat(clock.spent().days()).isNotNegative();
                if (clock.status() != RunningClock.Status.ENDED) {
                    assertThat(clock.status() == RunningClock.Status.STOPPED)
                            .as(clock.name())
                            .isEqualTo(stopped);
                }
                exclusionsFollowEachOther(clock);
            }
        }

        private static void exclusionsFollowEachOther(RunningClock clock) {
            var last = clock.startedAt();
            for (var exclusion : clock.exclusions()) {
                assertThat(exclusion.from()).isAfterOrEqualTo(last);
                last = exclusion.until().orElse(exclusion.from());
                assertThat(last).isAfterOrEqualTo(exclusion.from());
            }
            assertThat(clock.exclusions().stream()
                            .anyMatch(exclusion -> exclusion.until().isEmpty()))
                    .isEqualTo(clock.status() == RunningClock.Status.STOPPED);
        }

        private boolean stops(Task task) {
            return task.tie()
                            .filter(tie -> tie.kind() == Task.Tie.Kind.SUPPLEMENT)
                            .isPresent()
                    || task.isStep() && node(task).clock() == Node.UserTask.Clock.STOPS;
        }

        void holdsWhenStoredAndReadAgain() {
            var read = new ArrayList<CaseEvent>();
            for (var event : events) {
                var json = CaseEventCodec.toDatum(event).canonical();
                read.add(CaseEventCodec.fromDatum(CaseEventCodec.type(event), DatumJson.read(json))
                        .orElseThrow());
            }
            assertThat(Cases.replay(process, read)).isEqualTo(state);
        }

        /** By the same definition nothing is otherwise, whatever was done in whatever order. */
        void goesOnWhenPlayedAgain() {
            var same = new Definition(process, state.opened().clocks());
            var foreseen = WhatIf.of(same, same, events, new Moment(now, calendar));
            assertThat(foreseen.kind()).as("%s%n%s", foreseen, events).isIn(Foreseen.Kind.SAME, Foreseen.Kind.GOES_ON);
        }

        private Node.UserTask node(Task task) {
            return (Node.UserTask) process.node(task.nodeId());
        }

        private <T> T any(Collection<T> choices) {
            return List.copyOf(choices).get(random.nextInt(choices.size()));
        }
    }
}
