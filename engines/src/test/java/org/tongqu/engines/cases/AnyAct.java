package org.tongqu.engines.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;

/** Something somebody might ask of a case besides completing its tasks; it may well be refused. */
record AnyAct(CaseCommand command, Actor by) {

    private static final Datum.Fields NO_FACTS = new Datum.Fields(Map.of());

    /** How many kinds there are; the last ends the case and is to be drawn rarely. */
    static final int KINDS = 20;

    static Optional<AnyAct> of(int kind, Process process, CaseState state, SplittableRandom random) {
        var onCase = onCase(kind, state, random);
        if (onCase.isPresent() || state.openTasks().isEmpty()) {
            return onCase;
        }
        var task = any(state.openTasks(), random);
        return Optional.of(new AnyAct(onTask(kind, process, task, state, random), performer(task)));
    }

    private static Optional<AnyAct> onCase(int kind, CaseState state, SplittableRandom random) {
        var passages = state.handling().passages();
        var officer = state.openTasks().stream()
                .filter(task ->
                        task.performer() instanceof Performer.Role && task.tie().isEmpty())
                .map(AnyAct::performer)
                .findFirst()
                .orElse(Played.PLATFORM);
        return Optional.ofNullable(
                switch (kind) {
                    case 0 ->
                        passages.isEmpty()
                                ? null
                                : new AnyAct(
                                        new CaseCommand.Redo(
                                                any(passages, random).nodeId(), extent(random), "查错"),
                                        Played.PLATFORM);
                    case 1 -> passages.isEmpty() ? null : recall(any(passages, random));
                    case 2 -> new AnyAct(new CaseCommand.Suspend("司法冻结", "行政法规"), officer);
                    case 3 -> new AnyAct(new CaseCommand.Resume("解除"), Played.PLATFORM);
                    case 4 -> new AnyAct(new CaseCommand.Copy(List.of(person(Played.ZHAO)), "知悉"), officer);
                    case 5 -> new AnyAct(new CaseCommand.Recount(), Played.PLATFORM);
                    case 6 ->
                        state.specials().isEmpty()
                                ? null
                                : new AnyAct(
                                        new CaseCommand.EndSpecial(
                                                any(state.specials(), random).id(), "开完"),
                                        specialist(state));
                    case 7 ->
                        state.handling().promises().isEmpty()
                                ? null
                                : new AnyAct(
                                        new CaseCommand.KeepPromise(
                                                any(state.handling().promises(), random)
                                                        .id(),
                                                NO_FACTS),
                                        Played.WANG);
                    case 18 ->
                        new AnyAct(
                                new CaseCommand.Prolong("promised", Limit.workingDays(1 + random.nextInt(3)), "情形复杂"),
                                Played.ZHAO);
                    case 19 -> new AnyAct(new CaseCommand.Terminate("撤销"), Played.PLATFORM);
                    default -> null;
                });
    }

    private static CaseCommand onTask(int kind, Process process, Task task, CaseState state, SplittableRandom random) {
        var zhao = List.of(person(Played.ZHAO));
        return switch (kind) {
            case 8 -> new CaseCommand.Return(task.id(), backTo(process, state, random), extent(random), "不清");
            case 9 -> new CaseCommand.Delegate(task.id(), person(Played.ZHAO), "请办");
            case 10 -> new CaseCommand.GiveBack(task.id(), "拟同意");
            case 11 -> new CaseCommand.AddSigners(task.id(), CaseEvent.When.BEFORE, zhao, "请会");
            case 12 -> new CaseCommand.AddSigners(task.id(), CaseEvent.When.AFTER, zhao, "请审");
            case 13 -> new CaseCommand.AskSupplement(task.id(), List.of("name"), List.of(), "缺", "");
            case 14 -> new CaseCommand.BeginSpecial(task.id(), "hearing", "申请听证");
            case 15 -> new CaseCommand.AcceptPromise(task.id(), List.of("章程"));
            case 16 -> new CaseCommand.AddVoices(task.id(), zhao, "请会");
            case 17 -> new CaseCommand.RemoveVoice(task.id(), Played.ZHAO.id(), "不必");
            case 1 -> new CaseCommand.RemoveSigner(task.id(), Played.ZHAO.id(), "不必");
            default -> new CaseCommand.Urge(task.id(), "快");
        };
    }

    private static AnyAct recall(Passage passage) {
        var by = List.of(Played.WANG, Played.LI, Played.QIAN, Played.ZHAO).stream()
                .filter(actor -> actor.id().equals(passage.by().id()))
                .findFirst()
                .orElseThrow();
        return new AnyAct(new CaseCommand.Recall(passage.token().id(), "看错"), by);
    }

    private static CaseCommand.BackTo backTo(Process process, CaseState state, SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> new CaseCommand.BackTo.Previous();
            case 1 -> new CaseCommand.BackTo.Applicant();
            default -> {
                var passages = state.handling().passages();
                yield new CaseCommand.BackTo.Step(
                        passages.isEmpty()
                                ? process.start().id()
                                : any(passages, random).nodeId());
            }
        };
    }

    static Actor specialist(CaseState state) {
        return state.specials().stream()
                .flatMap(special -> state.findOpenTask(special.taskId()).stream())
                .map(AnyAct::performer)
                .findFirst()
                .orElse(Played.LI);
    }

    /** Who may decide the task as it is. */
    static Actor performer(Task task) {
        if (task.performer() instanceof Performer.Applicant) {
            return Played.WANG;
        }
        if (task.performer() instanceof Performer.Person(var id)) {
            return id.equals(Played.ZHAO.id()) ? Played.ZHAO : Played.QIAN;
        }
        if (task.tie().isPresent()) {
            return Actor.officer(Played.LI.id(), Played.LI.name(), task.organisation(), Set.of("acceptor", "decider"));
        }
        return task.delegator()
                        .or(task::assignee)
                        .filter(to -> to.id().equals(Played.QIAN.id()))
                        .isPresent()
                ? Played.QIAN
                : Played.LI;
    }

    private static Assignee person(Actor actor) {
        return new Assignee(actor.id(), actor.name());
    }

    private static CaseCommand.Extent extent(SplittableRandom random) {
        return random.nextBoolean() ? CaseCommand.Extent.WHOLE_BLOCK : CaseCommand.Extent.THIS_WAY;
    }

    private static <T> T any(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
