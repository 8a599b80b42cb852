package org.tongqu.platform.data.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.exchange.internal.FlowBook;
import org.tongqu.platform.data.exchange.internal.FlowStore;
import org.tongqu.platform.data.exchange.internal.Runner;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** The verbs of flows: declared, begun, halted, resumed. */
@Service
public class Flows {

    private static final Set<String> STEERING = Set.of(Compiling.CHIEF, Compiling.AUTHORITY);
    private static final Executor EACH = task -> Thread.ofVirtual().name("flow").start(task);

    private final FlowBook book;
    private final FlowStore store;
    private final Runner runner;
    private final Access access;
    private final Journal journal;
    private final Clock clock;

    Flows(FlowBook book, FlowStore store, Runner runner, Access access, Journal journal, Clock clock) {
        this.book = book;
        this.store = store;
        this.runner = runner;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /** Takes a flow over; nothing when it names no agreement, or one whose resource or consumer is not known. */
    public Optional<PlannedFlow> declare(Flow flow) {
        return book.declare(flow);
    }

    public Optional<PlannedFlow> find(String id) {
        return book.find(id);
    }

    /** Flows whose rows come in files, by id. */
    public List<PlannedFlow> fromFiles() {
        return book.all().stream()
                .filter(planned -> planned.flow().source().connector() == Connector.FILES)
                .toList();
    }

    /** Something came for the flow: it need not wait for its hour. */
    @Transactional
    public void came(PlannedFlow flow) {
        store.next(flow.id(), clock.instant());
    }

    /**
     * Runs a flow at once, beside the caller; the run when it ended, nothing when it ran already or a node of a department
     * runs it, for which it is due then.
     */
    public CompletableFuture<Optional<Run>> begin(PlannedFlow flow, String by) {
        return CompletableFuture.supplyAsync(() -> runner.run(flow, by), EACH);
    }

    /** When the change that this program applied last was committed at its source, while it follows the flow. */
    public Optional<Instant> followedUntil(String id) {
        return runner.followedUntil(id);
    }

    /** Whether the officer may begin and halt the flow: the data leads of both sides and the data authority may. */
    public Outcome<PlannedFlow, FlowRefusal> steerable(SignedIn.Officer who, String id) {
        return book.find(id)
                .<Outcome<PlannedFlow, FlowRefusal>>map(flow -> steerable(who, flow))
                .orElseGet(() -> Outcome.refused(new FlowRefusal.Unknown()));
    }

    private Outcome<PlannedFlow, FlowRefusal> steerable(SignedIn.Officer who, PlannedFlow flow) {
        var answers = Stream.of(flow.provider(), flow.consumer())
                .map(side -> access.mayAct(who, side, STEERING))
                .toList();
        return answers.stream().anyMatch(answer -> answer instanceof Outcome.Done)
                ? Outcome.done(flow)
                : answers.getFirst()
                        .<FlowRefusal>mapRefusal(FlowRefusal.MayNot::new)
                        .map(officer -> flow);
    }

    /** Stops the flow and keeps it from beginning until it is resumed. */
    @Transactional
    public Outcome<PlannedFlow, FlowRefusal> halt(SignedIn.Officer who, String id) {
        return steerable(who, id).then(flow -> {
            if (!store.halt(id)) {
                return Outcome.refused(new FlowRefusal.Already());
            }
            tell(who, flow, "exchange.flow-halt");
            runner.stop(id, new Reason("halted", ""));
            return Outcome.done(flow);
        });
    }

    /** Lets the flow begin again, at once when there is room. */
    @Transactional
    public Outcome<PlannedFlow, FlowRefusal> resume(SignedIn.Officer who, String id) {
        return steerable(who, id).then(flow -> {
            if (!store.resume(id, clock.instant())) {
                return Outcome.refused(new FlowRefusal.Already());
            }
            tell(who, flow, "exchange.flow-resume");
            return Outcome.done(flow);
        });
    }

    /** Lets the flow begin now and not at its hour. */
    @Transactional
    public Outcome<PlannedFlow, FlowRefusal> hurry(SignedIn.Officer who, String id) {
        return steerable(who, id).then(flow -> {
            store.next(id, clock.instant());
            tell(who, flow, "exchange.flow-hurry");
            return Outcome.done(flow);
        });
    }

    private void tell(SignedIn.Officer who, PlannedFlow flow, String verb) {
        journal.append(Entry.of(clock.instant(), who.doer(), verb, new Entry.Subject("flow", flow.id())));
    }
}
