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
    private final List<Optional<String>> interrupted = new ArrayList<>();
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
        new Places(progress).close(place.id(), why);
        return leaving(place.id()).givingUpInside(place.insideOf(), why);
    }

    /** Gives up whatever goes on inside. */
    Journey givingUpInside(Lineage inside, CaseEvent.Cancellation why) {
        for (var token : progress.state().tokens()) {
            if (token.lineage().isWithin(inside)) {
                new Places(progress).close(token.id(), why);
                leaving(token.id());
            }
        }
        return this;
    }

    /** Goes on along every flow out of the node. */
    void from(Node node, String outcome, Lineage way) {
        go(node, outcome, way);
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

    /** Begins an event subprocess, beside what goes on or instead of it. */
    void begin(Node.EventStart start, String outcome, Lineage inside) {
        var split = splitNow();
        from(start, outcome, start.interrupts() ? inside.interrupting(split) : inside.beside(split));
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
                if (token.lineage().isInstance()) {
                    over(inner, token, outcome);
                } else {
                    go(inner, outcome, token.lineage());
                }
                return true;
            }
        }
        return false;
    }

    private boolean goesOnInside(Token scope) {
        var inside = scope.insideOf();
        return tokens.stream().anyMatch(token -> token.lineage().isWithin(inside));
    }

    private void give(Token token) {
        tokens.remove(token);
        if (!arrived.remove(token)) {
            given.add(token);
        }
    }

    /** Gives up whatever goes on inside. */
    private void emptied(Lineage inside) {
        List.copyOf(tokens).stream()
                .filter(token -> token.lineage().isWithin(inside))
                .forEach(this::give);
        ahead.removeIf(step -> step.way().isWithin(inside));
    }

    private void enter(Node.Inner inner, Step step) {
        var scope = rest(inner, step);
        arrived.add(scope);
        if (inner.repeated().isEmpty()) {
            go(progress.process().node(inner.start()), step.outcome(), scope.insideOf());
            return;
        }
        var repeated = inner.repeated().get();
        var times = repeated.times(progress.state().facts());
        for (int i = 0; i < times && (i == 0 || !repeated.isOneByOne()); i++) {
            instance(inner, scope, new Lineage.Instance(i, times));
        }
    }

    private void instance(Node.Inner inner, Token scope, Lineage.Instance which) {
        numbersUsed++;
        var one = scope.instance(which, numbersUsed);
        tokens.add(one);
        arrived.add(one);
        go(progress.process().node(inner.start()), scope.outcome(), one.insideOf());
    }

    /** An instance is over: that is enough, or the next begins, or the others are waited for. */
    private void over(Node.Inner inner, Token one, String outcome) {
        var repeated = inner.repeated().orElseThrow();
        var scope = standing(one.lineage().scope().orElseThrow());
        var which = one.lineage().instance();
        endedWith.put(scope.id(), outcome);
        var known = progress.facts(outcome, one.insideOf());
        if (repeated.isEnough(known, one.instancesDone(repeated, tokens), which.of())) {
            emptied(scope.insideOf());
        } else if (repeated.isOneByOne() && which.number() + 1 < which.of()) {
            instance(inner, scope, new Lineage.Instance(which.number() + 1, which.of()));
        }
    }

    private void end(Node.InnerEnd end, Step step) {
        if (end.reach() == Node.InnerEnd.Reach.ERROR) {
            fail(end.error(), step);
            return;
        }
        var scopeId = step.way().scope().orElseThrow();
        endedWith.put(scopeId, end.result().isEmpty() ? step.outcome() : end.result());
        if (end.reach() == Node.InnerEnd.Reach.WHOLE_INNER) {
            emptied(standing(scopeId).insideOf());
        }
    }

    /** Goes on from what catches the error: an event subprocess of a process around it, or the edge of that process. */
    private void fail(String error, Step step) {
        var way = step.way();
        for (var scopeId = way.scope(); ; scopeId = way.scope()) {
            var scope = scopeId.map(this::standing);
            var inside = scope.map(Token::insideOf).orElse(Lineage.MAIN);
            var catcher = Catching.catcher(progress.process(), scope, error, way);
            if (catcher.isPresent()) {
                emptied(inside);
                if (catcher.get() instanceof Node.EventStart) {
                    interrupted.add(scopeId);
                    go(catcher.get(), step.outcome(), inside.interrupting(splitNow()));
                } else {
                    give(scope.orElseThrow());
                    go(catcher.get(), step.outcome(), scope.orElseThrow().lineage());
                }
                return;
            }
            way = scope.orElseThrow(() -> new IllegalStateException("Nothing catches the error " + error))
                    .lineage();
        }
    }

    private Token standing(String tokenId) {
        return tokens.stream()
                .filter(token -> token.id().equals(tokenId))
                .findFirst()
                .orElseThrow();
    }

    private void go(Node from, String outcome, Lineage way) {
        from.ways().out().forEach(flow -> ahead.add(new Step(flow, outcome, way)));
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
            case Node.Choice choice -> ahead.add(step.along(choice.way(progress.facts(step.outcome(), step.way()))));
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
            case Node.WaitSignal signal -> arrived.add(rest(node, step));
            case Node.Throw sign -> arrived.add(rest(node, step));
            case Node.RuleTask rule -> arrived.add(rest(node, step));
            case Node.InnerStart start -> throw new IllegalStateException("A flow leads into start " + start.id());
            case Node.Start start -> throw new IllegalStateException("A flow leads into start " + start.id());
            case Node.Listener event -> throw new IllegalStateException("A flow leads into event " + event.id());
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
        var sent = inclusive.ways(progress.facts(step.outcome(), step.way()));
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

    private void arrive() {
        progress.add(new CaseEvent.TokensMoved(
                progress.now(), taken, terminated ? List.of() : List.copyOf(tokens), numbersUsed));
        if (terminated) {
            new Places(progress).closeAll(CaseEvent.Cancellation.TERMINATED);
        } else {
            var places = new Places(progress);
            given.forEach(token -> places.close(token.id(), CaseEvent.Cancellation.TERMINATED));
            interrupted.forEach(places::stopListening);
            if (!given.isEmpty()) {
                clocks.settle();
            }
            arrived.forEach(token -> places.open(token, givenTo));
        }
        if (progress.state().tokens().isEmpty()) {
            new Places(progress).closeAll(CaseEvent.Cancellation.TERMINATED);
            clocks.endAll();
            progress.add(new CaseEvent.CaseEnded(progress.now(), result));
        }
        arrived.forEach(this::performed);
    }

    /** Does what nobody is waited for, if the case still stands there. */
    private void performed(Token token) {
        if (progress.state().findToken(token.id()).isEmpty()) {
            return;
        }
        switch (progress.process().node(token.nodeId())) {
            case Node.Throw sign -> {
                progress.add(new CaseEvent.SignalSent(progress.now(), sign.signal(), sign.id()));
                on(token, sign);
                new Catching(progress).signal(sign.signal(), new Datum.Fields(Map.of()));
            }
            case Node.RuleTask rule -> on(token, progress.decide(rule, token));
            default -> {}
        }
    }

    private void on(Token token, Node node) {
        new Journey(progress, clocks).leaving(token.id()).from(node, token.outcome(), token.lineage());
    }
}
