package org.tongqu.engines.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.kernel.data.Datum;

/** Lets a case go on from what it waits or listens for: a message goes to one place, a sign to all. */
final class Catching {

    private final Progress progress;
    private final ClockWork clocks;

    /** @param place where the case stands; empty for what the process as a whole listens for */
    private record Ear(Optional<Token> place, Node node) {}

    Catching(Progress progress) {
        this.progress = progress;
        this.clocks = new ClockWork(progress);
    }

    /** Whether anything took it. */
    boolean message(String message, Datum.Fields facts) {
        var ears = ears(node -> switch (node) {
            case Node.WaitMessage waits -> waits.message().equals(message);
            case Node.Listener listens -> listens.trigger().equals(new Node.Trigger.Message(message));
            default -> false;
        });
        if (ears.isEmpty()) {
            return false;
        }
        var first = ears.getFirst();
        progress.add(new CaseEvent.MessageReceived(
                progress.now(), message, first.node().id(), facts));
        goOn(first);
        return true;
    }

    /** Whether anything heard it. */
    boolean signal(String signal, Datum.Fields facts) {
        var ears = ears(node -> switch (node) {
            case Node.WaitSignal waits -> waits.signal().equals(signal);
            case Node.Listener listens -> listens.trigger().equals(new Node.Trigger.Signal(signal));
            default -> false;
        });
        for (var ear : ears) {
            if (stillOpen(ear)) {
                progress.add(new CaseEvent.SignalCaught(
                        progress.now(), signal, ear.node().id(), facts));
                goOn(ear);
            }
        }
        return !ears.isEmpty();
    }

    /** A listener heard what it listens for. */
    void caught(Node.Listener listener, Optional<Token> host, CaseEvent.Cancellation why) {
        switch (listener) {
            case Node.Edge edge -> leave(edge, host.orElseThrow(), why);
            case Node.EventStart start -> begin(start, host, why);
        }
    }

    /**
     * What catches an error that leaves the inner process of a place, or the process as a whole: an event subprocess
     * before the edge. One that handles an error already does not catch another from its own way.
     */
    static Optional<Node.Listener> catcher(Process process, Optional<Token> scope, String error, Lineage from) {
        var handlingAnother = from.isInterruptingIn(scope.map(Token::insideOf).orElse(Lineage.MAIN));
        var listeners = scope.map(token -> token.listeners(process.node(token.nodeId())))
                .orElseGet(process::listeners);
        return listeners.stream()
                .filter(listener ->
                        listener.trigger() instanceof Node.Trigger.Error(var caught) && caught.equals(error))
                .filter(listener -> !handlingAnother || listener instanceof Node.Edge)
                .min(Comparator.comparing(listener -> listener instanceof Node.Edge));
    }

    private void leave(Node.Edge edge, Token host, CaseEvent.Cancellation why) {
        var journey = new Journey(progress, clocks);
        if (edge.interrupts()) {
            journey.givingUp(host, why);
            clocks.settle();
            journey.after(host, edge);
        } else {
            journey.beside(edge, host);
        }
    }

    private void begin(Node.EventStart start, Optional<Token> host, CaseEvent.Cancellation why) {
        var inside = inside(host);
        var journey = new Journey(progress, clocks);
        if (start.interrupts()) {
            journey.givingUpInside(inside, why);
            new Places(progress).stopListening(host.map(Token::id));
            clocks.settle();
        }
        journey.begin(start, host.map(Token::outcome).orElse(""), inside);
    }

    private void goOn(Ear ear) {
        if (ear.node() instanceof Node.Listener listener) {
            caught(listener, ear.place(), CaseEvent.Cancellation.CAUGHT);
            return;
        }
        var place = ear.place().orElseThrow();
        new Places(progress).close(place.id(), CaseEvent.Cancellation.DECIDED);
        new Journey(progress, clocks).after(place, ear.node());
    }

    /** What waits, then what listens beside something else, then what listens for the whole case. */
    private List<Ear> ears(Predicate<Node> hears) {
        var process = progress.process();
        var waiting = new ArrayList<Ear>();
        var beside = new ArrayList<Ear>();
        for (var token : progress.state().tokens()) {
            var node = process.node(token.nodeId());
            var waits = node instanceof Node.EventChoice
                    ? node.ways().out().stream()
                            .map(flow -> process.node(flow.to()))
                            .toList()
                    : List.of(node);
            waits.forEach(one -> waiting.add(new Ear(Optional.of(token), one)));
            token.listeners(node).forEach(one -> beside.add(new Ear(Optional.of(token), one)));
        }
        process.listeners().forEach(one -> beside.add(new Ear(Optional.empty(), one)));
        waiting.addAll(beside);
        return waiting.stream()
                .filter(ear -> hears.test(ear.node()) && stillOpen(ear))
                .toList();
    }

    /** An earlier one of those that hear may have given it up. */
    private boolean stillOpen(Ear ear) {
        var stands = ear.place()
                .map(place -> progress.state().findToken(place.id()).isPresent())
                .orElse(progress.state().status() == CaseState.Status.RUNNING);
        return stands && !(ear.node() instanceof Node.EventStart && isInterrupted(inside(ear.place())));
    }

    private boolean isInterrupted(Lineage inside) {
        return progress.state().tokens().stream()
                .anyMatch(token -> token.lineage().isInterruptingIn(inside));
    }

    private static Lineage inside(Optional<Token> host) {
        return host.map(Token::insideOf).orElse(Lineage.MAIN);
    }
}
