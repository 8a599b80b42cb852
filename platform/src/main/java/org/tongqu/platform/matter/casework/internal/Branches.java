package org.tongqu.platform.matter.casework.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.engines.cases.Assignee;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.DoneTask;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.CriticalPath;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.time.Limit;
import org.tongqu.platform.matter.casework.CaseStory.Branch;

/**
 * What other organisations do of a case: those parts that are open and those that are done. The steps of one subprocess
 * are one part, as an office examines and decides one item.
 */
final class Branches {

    private final Pack pack;
    private final CaseState state;
    private final Nesting nesting;
    private final Ways ways;
    private final PartClock clock;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private Branches(Pack pack, CaseState state, Nesting nesting, Ways ways, PartClock clock) {
        this.pack = pack;
        this.state = state;
        this.nesting = nesting;
        this.ways = ways;
        this.clock = clock;
    }

    static List<Branch> of(Pack pack, CaseState state, Nesting nesting, Ways ways, PartClock clock) {
        return new Branches(pack, state, nesting, ways, clock).all();
    }

    /** The tasks of one part, in the order they were opened. */
    private record Part(List<DoneTask> done, List<Task> open) {
        Part() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        Optional<Task> waiting() {
            return open.isEmpty() ? Optional.empty() : Optional.of(open.getFirst());
        }

        Set<String> steps() {
            return Stream.concat(done.stream().map(DoneTask::task), open.stream())
                    .map(Task::nodeId)
                    .collect(Collectors.toSet());
        }

        List<Task> ofOffices() {
            var all = new ArrayList<Task>();
            done.forEach(one -> all.add(one.task()));
            all.addAll(open);
            all.removeIf(task -> task.performer() instanceof Performer.Applicant);
            return all;
        }
    }

    private List<Branch> all() {
        state.doneTasks()
                .forEach(done -> part(done.task()).ifPresent(part -> part.done().add(done)));
        state.openTasks()
                .forEach(task -> part(task).ifPresent(part -> part.open().add(task)));
        var branches = new ArrayList<Branch>();
        parts.forEach((key, part) -> {
            if (!part.ofOffices().isEmpty()) {
                branches.add(branch(key, part));
            }
        });
        branches.sort(Comparator.comparing((Branch branch) -> branch.span().openedAt())
                .thenComparing(branch -> branch.step().zh()));
        return branches;
    }

    /** Only what some other organisation does, and what the applicant does for it. */
    private Optional<Part> part(Task task) {
        var node = pack.process().findNode(task.nodeId()).orElse(null);
        if (!(node instanceof Node.UserTask step)) {
            return Optional.empty();
        }
        var item = nesting.item(step.id());
        return step.organisation().isEmpty() && item.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.computeIfAbsent(item.orElse(step.id()), key -> new Part()));
    }

    private Branch branch(String key, Part part) {
        var offices = part.ofOffices();
        var shown = part.waiting().orElseGet(offices::getLast);
        var limit = limit(key);
        return new Branch(
                nesting.stage(offices.getFirst().nodeId()).map(stage -> CaseViews.step(pack, stage)),
                CaseViews.step(pack, key),
                offices.getLast().organisation(),
                holder(part),
                limit,
                clock.of(limit, part.done(), part.open()),
                part.open().isEmpty() ? ways.wasAhead(part.steps()) : ways.isAhead(part.steps()),
                new Branch.Span(offices.getFirst().openedAt(), shown.warnAt(), shown.dueAt()),
                part.waiting().isPresent() ? Optional.empty() : closed(part));
    }

    /** Who has it in hand, or did it; while the applicant is asked for something, nobody of the office. */
    private static Optional<Branch.Holder> holder(Part part) {
        if (part.waiting()
                .filter(task -> task.performer() instanceof Performer.Applicant)
                .isPresent()) {
            return Optional.of(new Branch.Holder(Branch.Whose.APPLICANT, ""));
        }
        return part.waiting()
                .map(task -> task.assignee().map(Assignee::name))
                .orElseGet(() -> Optional.of(part.done().getLast().byName()))
                .map(name -> new Branch.Holder(Branch.Whose.OFFICE, name));
    }

    private Optional<Branch.Closed> closed(Part part) {
        var last = part.done().getLast();
        return Optional.of(new Branch.Closed(last.at(), CaseViews.outcome(pack, last.outcome()), last.reason()));
    }

    private Optional<Limit> limit(String key) {
        return switch (pack.process().node(key)) {
            case Node.UserTask task -> task.limit();
            case Node.Inner inner -> {
                int days = CriticalPath.inside(pack.process(), inner, state.facts())
                        .together();
                yield days > 0 ? Optional.of(new Limit(days, Limit.Unit.WORKING_DAYS)) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}
