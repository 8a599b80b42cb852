package org.tongqu.platform.matter.past.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Charge;
import org.tongqu.engines.cases.process.Node;

/** The way one matter of the past is meant to go: what is chosen at each step, and where its applicant thinks better of it. */
final class Intended {

    private static final int DETOURS_IN_A_HUNDRED = 6;
    private static final int OVERCHARGED = 7;
    private static final BigDecimal SURCHARGE = BigDecimal.valueOf(5_000);

    private final Stage stage;
    private final Planned planned;
    private final SplittableRandom random;
    private final Optional<Bends.Bend> bend;
    private final List<String> route;
    private final int withdrawAt;
    private int step;
    private boolean detoured;
    private boolean bent;

    Intended(Stage stage, Planned planned, SplittableRandom random) {
        this.stage = stage;
        this.planned = planned;
        this.random = random;
        var bends = stage.routes().bends().getOrDefault(planned.result(), List.of());
        this.bend = bends.isEmpty() ? Optional.empty() : Optional.of(bends.get(random.nextInt(bends.size())));
        var withdraws = planned.result().equals(Cases.WITHDRAWN);
        this.route = withdraws
                ? stage.routes().longest()
                : stage.routes().toResult().getOrDefault(planned.result(), List.of());
        this.withdrawAt = withdraws ? random.nextInt(Math.max(1, route.size())) : Integer.MAX_VALUE;
    }

    /** Whether its applicant takes it back sooner or later. */
    boolean withdraws() {
        return withdrawAt < Integer.MAX_VALUE;
    }

    boolean withdrawsNow() {
        return step == withdrawAt;
    }

    /** Whether the applicant lets the time for it pass. */
    boolean isLapsing(Task task) {
        return bend.isPresent()
                ? bend.get().outcome().equals(Routes.TIMER) && bend.get().node().equals(task.nodeId())
                        || bent && bend.get().after() == Bends.After.LAPSES
                : step < route.size() && route.get(step).equals(Routes.TIMER);
    }

    void lapsed() {
        step++;
    }

    /** What an officer chooses at the step. */
    String outcome(Task task) {
        var node = (Node.UserTask) stage.pack().process().node(task.nodeId());
        if (bend.isPresent() && !bent && bend.get().node().equals(task.nodeId())) {
            step++;
            bent = true;
            return bend.get().outcome();
        }
        var wanted = step < route.size() ? route.get(step) : "";
        var asking = stage.routes().detours().getOrDefault(task.nodeId(), List.of()).stream()
                .filter(outcome -> stage.reasons().containsKey(outcome))
                .toList();
        if (!detoured && !asking.isEmpty() && !asking.contains(wanted) && random.nextInt(100) < DETOURS_IN_A_HUNDRED) {
            detoured = true;
            return asking.get(random.nextInt(asking.size()));
        }
        step++;
        return node.outcomeCodes().contains(wanted)
                ? wanted
                : node.outcomeCodes().getFirst();
    }

    /** Now and then an office asks for more than is laid down, which supervision is there to find. */
    CaseCommand.Complete charged(CaseCommand.Complete complete) {
        return Charge.find(complete.facts())
                .filter(laidDown -> planned.index() % OVERCHARGED == 0)
                .map(laidDown -> new CaseCommand.Complete(
                        complete.taskId(),
                        complete.outcome(),
                        complete.reason(),
                        Charge.typed(laidDown.add(SURCHARGE).toPlainString())))
                .orElse(complete);
    }
}
