package org.tongqu.engines.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.cases.process.Flow;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;

/** Moves tokens along the flows until each has come to rest, then opens what they wait for. */
final class Journey {

    /** A checked process always comes to rest; this only turns an unchecked one into a fault instead of a hang. */
    private static final int MOST_STEPS = 10_000;

    private final Progress progress;
    private final ClockWork clocks;
    private final List<Token> tokens;
    private final List<Token> arrived = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final Map<String, Assignee> givenTo = new LinkedHashMap<>();
    private final Deque<Step> ahead = new ArrayDeque<>();
    private final List<Token> given = new ArrayList<>();
    private final Map<String, String> endedWith = new LinkedHashMap<>();
    private int numbersUsed;
    private String result = "";
    private boolean terminated;

    private record Step(Flow flow, String outcome, Lineage way) {

        Step along(Flow next) {
            return new Step(next, outcome, way);
        }
    }

    Journey(Progress progress, ClockWork clocks) {
        this.progress = progress;
        this.clocks = clocks;
        this.tokens = new ArrayList<>(progress.state().tokens());
        this.numbersUsed = progress.state().waiting().numbersUsed();
    }

    /** Takes away the token that waited for what is now done; the journey goes on from its node. */
    Journey leaving(String tokenId) {
        tokens.removeIf(token -> token.id().equals(tokenId));
        return this;
    }

    /** Gives up a place and whatever goes on inside it. */
    Journey givingUp(Token place, CaseEvent.Cancellation why) {
        var inside = place.lineage().inside(place.id());
        for (var token : progress.state().tokens()) {
            if (token.equals(place) || token.lineage().isWithin(inside)) {
                new Closing(progress).at(token.id(), why);
                leaving(token.id());
            }
        }
        return this;
    }

    /** Goes on along every flow out of the node. */
    void from(Node node, String outcome, Lineage way) {
        for (var flow : node.ways().out()) {
            ahead.add(new Step(flow, outcome, way));
        }
        travel();
        arrive();
    }

    /** Goes on from what a place waited for. */
    void after(Token place, Node node) {
        leaving(place.id());
        if (!place.nodeId().equals(node.id())) {
            node.ways().in().forEach(flow -> taken.add(flow.id()));
        }
        from(node, place.outcome(), place.lineage());
    }

    /** Goes on along the flow out of a node that runs beside the place, which stays. */
    void beside(Node node, Token place) {
        from(node, place.outcome(), place.lineage().beside(splitNow()));
    }

    /** Stands at a step again as it once did, given to whoever did it then. */
    void again(Passage passage) {
        var before = passage.token();
        numbersUsed++;
        var token = new Token(
                before.nodeId() + "-" + numbersUsed,
                before.nodeId(),
                before.arrivedBy(),
                before.outcome(),
                before.way());
        tokens.add(token);
        arrived.add(token);
        if (!(progress.process().userTask(before.nodeId()).performer() instanceof Performer.Applicant)) {
            givenTo.put(token.id(), passage.by());
        }
        arrive();
    }

    /** A name for what is split now, unlike that of any other split of the case. */
    private String splitNow() {
        return numbersUsed + "." + taken.size();
    }

    private void travel() {
        do {
            goOn();
        } while (leaveInner());
    }

    /** Goes on from an inner process of which nothing is left. */
    private boolean leaveInner() {
        for (var token : tokens) {
            if (progress.process().node(token.nodeId()) instanceof Node.Inner inner && !goesOnInside(token)) {
                give(token);
                var outcome = endedWith.getOrDefault(token.id(), token.outcome());
                inner.ways().out().forEach(flow -> ahead.add(new Step(flow, outcome, token.lineage())));
                return true;
            }
        }
        return false;
    }

    private boolean goesOnInside(Token scope) {
        var inside = scope.lineage().inside(scope.id());
        return tokens.stream().anyMatch(token -> token.lineage().isWithin(inside));
    }

    private void give(Token token) {
        tokens.remove(token);
        if (!arrived.remove(token)) {
            given.add(token);
        }
    }

    /** Gives up whatever goes on inside. */
    private void emptied(Token scope) {
        var inside = scope.lineage().inside(scope.id());
        List.copyOf(tokens).stream()
                .filter(token -> token.lineage().isWithin(inside))
                .forEach(this::give);
        ahead.removeIf(step -> step.way().isWithin(inside));
    }

    private void enter(Node.Inner inner, Step step) {
        var scope = rest(inner, step);
        arrived.add(scope);
        var inside = step.way().inside(scope.id());
        for (var flow : progress.process().node(inner.start()).ways().out()) {
            ahead.add(new Step(flow, step.outcome(), inside));
        }
    }

    private void end(Node.InnerEnd end, Step step) {
        var scopeId = step.way().scope().orElseThrow();
        var scope = tokens.stream()
                .filter(token -> token.id().equals(scopeId))
                .findFirst()
                .orElseThrow();
        endedWith.put(scopeId, step.outcome());
        if (end.reach() == Node.InnerEnd.Reach.THIS_WAY) {
            return;
        }
        emptied(scope);
        if (end.reach() == Node.InnerEnd.Reach.ERROR) {
            give(scope);
            var inner = (Node.Inner) progress.process().node(scope.nodeId());
            for (var error : inner.errors()) {
                if (error.error().equals(end.error())) {
                    error.ways().out().forEach(flow -> ahead.add(new Step(flow, step.outcome(), scope.lineage())));
                }
            }
        }
    }

    private void goOn() {
        while (!ahead.isEmpty() && !terminated) {
            if (taken.size() >= MOST_STEPS) {
                throw new IllegalStateException("Process " + progress.process().id()
                        + " goes round without coming to rest at " + taken.getLast());
            }
            var step = ahead.remove();
            taken.add(step.flow().id());
            enter(progress.process().node(step.flow().to()), step);
        }
    }

    private void enter(Node node, Step step) {
        switch (node) {
            case Node.UserTask task -> arrived.add(rest(node, step));
            case Node.ServiceTask task -> arrived.add(rest(node, step));
            case Node.WaitTimer timer -> arrived.add(rest(node, step));
            case Node.Choice choice -> ahead.add(step.along(way(choice, step.outcome())));
            case Node.Parallel parallel -> meet(parallel, step);
            case Node.Inclusive inclusive -> meet(inclusive, step);
            case Node.WaitMessage message -> arrived.add(rest(node, step));
            case Node.EventChoice events -> arrived.add(rest(node, step));
            case Node.End end -> {
                result = end.result();
                terminated = end.reach() == Node.End.Reach.WHOLE_CASE;
            }
            case Node.Inner inner -> enter(inner, step);
            case Node.InnerEnd end -> end(end, step);
            case Node.InnerStart start -> throw new IllegalStateException("A flow leads into start " + start.id());
            case Node.BoundaryError error -> throw new IllegalStateException("A flow leads into error " + error.id());
            case Node.Start start -> throw new IllegalStateException("A flow leads into start " + start.id());
            case Node.BoundaryTimer timer -> throw new IllegalStateException("A flow leads into timer " + timer.id());
        }
    }

    private Token rest(Node node, Step step) {
        numbersUsed++;
        var token = new Token(
                node.id() + "-" + numbersUsed,
                node.id(),
                step.flow().id(),
                step.outcome(),
                step.way().text());
        tokens.add(token);
        return token;
    }

    private void meet(Node.Parallel parallel, Step step) {
        var way = step.way();
        if (parallel.ways().in().size() > 1) {
            rest(parallel, step);
            var meeting = oneOfEachWay(parallel, way.scope());
            if (meeting.size() < parallel.ways().in().size()) {
                return;
            }
            tokens.removeAll(meeting);
            way = Lineage.met(meeting.stream().map(Token::lineage).toList());
        }
        split(parallel.ways().out(), step, way);
    }

    /** Waits for those branches that its split sent, then sends every branch whose condition holds. */
    private void meet(Node.Inclusive inclusive, Step step) {
        var way = step.way();
        if (inclusive.ways().in().size() > 1) {
            rest(inclusive, step);
            var block = way.split().orElseThrow();
            var meeting = tokens.stream()
                    .filter(token -> token.nodeId().equals(inclusive.id()) && block.holds(token))
                    .toList();
            if (meeting.size() < way.branches()) {
                return;
            }
            tokens.removeAll(meeting);
            way = way.outside();
        }
        var out = inclusive.ways().out();
        if (out.size() == 1) {
            ahead.add(new Step(out.getFirst(), step.outcome(), way));
            return;
        }
        var facts = facts(step.outcome());
        var open = out.stream()
                .filter(flow -> flow.when().filter(when -> when.holds(facts)).isPresent())
                .toList();
        var sent = open.isEmpty() ? inclusive.otherwise().stream().toList() : open;
        var split = splitNow();
        for (int i = 0; i < sent.size(); i++) {
            ahead.add(new Step(sent.get(i), step.outcome(), way.branch(split, i, sent.size())));
        }
    }

    private void split(List<Flow> out, Step step, Lineage way) {
        var split = splitNow();
        for (int i = 0; i < out.size(); i++) {
            var branch = out.size() == 1 ? way : way.branch(split, i, out.size());
            ahead.add(new Step(out.get(i), step.outcome(), branch));
        }
    }

    private List<Token> oneOfEachWay(Node.Parallel join, Optional<String> scope) {
        Map<String, Token> byWay = new LinkedHashMap<>();
        for (var token : tokens) {
            if (token.nodeId().equals(join.id()) && token.lineage().scope().equals(scope)) {
                byWay.putIfAbsent(token.arrivedBy(), token);
            }
        }
        return List.copyOf(byWay.values());
    }

    private Flow way(Node.Choice choice, String outcome) {
        var out = choice.ways().out();
        if (out.size() == 1) {
            return out.getFirst();
        }
        var facts = facts(outcome);
        for (var flow : out) {
            if (flow.when().isPresent() && flow.when().get().holds(facts)) {
                return flow;
            }
        }
        return choice.otherwise()
                .orElseThrow(() ->
                        new IllegalStateException("No way leads on from " + choice.id() + " and it has no default"));
    }

    private Datum facts(String outcome) {
        var outcomes = new LinkedHashMap<String, Datum>();
        progress.state().handling().outcomes().forEach((node, last) -> outcomes.put(node, Datum.of(last)));
        var facts = new LinkedHashMap<>(progress.state().facts().values());
        facts.put("outcome", Datum.of(outcome));
        facts.put("outcomes", new Datum.Fields(outcomes));
        return new Datum.Fields(facts);
    }

    private void arrive() {
        progress.add(new CaseEvent.TokensMoved(
                progress.now(), taken, terminated ? List.of() : List.copyOf(tokens), numbersUsed));
        if (terminated) {
            new Closing(progress).everything(CaseEvent.Cancellation.TERMINATED);
        } else {
            given.forEach(token -> new Closing(progress).at(token.id(), CaseEvent.Cancellation.TERMINATED));
            if (!given.isEmpty()) {
                clocks.settle();
            }
            arrived.forEach(this::open);
        }
        if (progress.state().tokens().isEmpty()) {
            new Closing(progress).everything(CaseEvent.Cancellation.TERMINATED);
            clocks.endAll();
            progress.add(new CaseEvent.CaseEnded(progress.now(), result));
        }
    }

    private void open(Token token) {
        switch (progress.process().node(token.nodeId())) {
            case Node.UserTask node -> openTask(node, token);
            case Node.Inner node -> setTimers(node.timers(), token);
            case Node.ServiceTask node ->
                progress.add(new CaseEvent.ServiceRequested(
                        progress.now(), token.id(), node.id(), node.action(), node.with()));
            case Node.WaitTimer node -> set(token.id(), node.id(), Optional.empty(), node.after());
            case Node.WaitMessage message -> {}
            case Node.EventChoice events -> listen(events, token);
            case Node other -> throw new IllegalStateException("Nothing waits at " + other.id());
        }
    }

    private void listen(Node.EventChoice events, Token token) {
        for (var flow : events.ways().out()) {
            if (progress.process().node(flow.to()) instanceof Node.WaitTimer timer) {
                set(token.id() + "." + timer.id(), timer.id(), Optional.of(token.id()), timer.after());
            }
        }
    }

    private void openTask(Node.UserTask node, Token token) {
        if (node.voices().isPresent()) {
            new GroupActs(progress).open(node, node.voices().get(), token.id());
        } else {
            openOneTask(node, token);
        }
        clocks.settle();
        setTimers(node.timers(), token);
    }

    private void openOneTask(Node.UserTask node, Token token) {
        var deadline = node.limit().map(limit -> progress.deadline(limit, ClockRule.USUAL_WARN_PERCENT, Spent.NOTHING));
        progress.add(new CaseEvent.TaskOpened(
                progress.now(),
                token.id(),
                node.id(),
                node.performer(),
                GroupActs.organisation(progress.state(), node.organisation()),
                deadline.map(Deadline::dueAt),
                deadline.map(Deadline::warnAt),
                Optional.ofNullable(givenTo.get(token.id())),
                Optional.empty(),
                deadline.map(Deadline::edition)));
    }

    private void setTimers(List<Node.BoundaryTimer> timers, Token token) {
        for (var timer : timers) {
            set(token.id() + "." + timer.id(), timer.id(), Optional.of(token.id()), timer.after());
        }
    }

    private void set(String timerId, String nodeId, Optional<String> taskId, Limit after) {
        var due = progress.deadline(after, ClockRule.USUAL_WARN_PERCENT, Spent.NOTHING);
        progress.add(new CaseEvent.TimerSet(
                progress.now(), timerId, nodeId, taskId, due.dueAt(), Optional.of(due.edition())));
    }
}
