package org.tongqu.platform.matter.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseRefusal;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.casework.CaseHead;
import org.tongqu.platform.matter.casework.CaseInHand;
import org.tongqu.platform.matter.casework.CaseMoved;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.matter.casework.PlayedCase;
import org.tongqu.platform.matter.casework.ServiceAction;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.directory.Directory;

/**
 * Does one act on one case that is already locked: decide, perform what services are asked for, decide on, and write
 * everything once. A refusal of the act may come after an earlier service has written; the caller then undoes the
 * transaction.
 */
@Component
public class CaseRunner {

    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final EventStore events;
    private final CaseStore cases;
    private final Supplier<Map<String, ServiceAction>> offered;
    private final Announcements announcements;

    CaseRunner(
            ServiceCatalogue catalogue,
            Directory directory,
            EventStore events,
            CaseStore cases,
            ObjectProvider<ServiceAction> offered,
            Announcements announcements) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.events = events;
        this.cases = cases;
        this.offered = SingletonSupplier.of(
                () -> offered.stream().collect(Collectors.toMap(ServiceAction::name, Function.identity())));
        this.announcements = announcements;
    }

    /** One act as it goes on: everything that came of it so far. */
    private record Run(Pack pack, CaseHead head, Actor actor, Moment moment, CaseState state, List<CaseEvent> events) {

        Outcome<Run, CaseRefusal> then(CaseCommand command, Actor by) {
            return Cases.decide(pack.process(), state, command, by, moment).map(more -> {
                var all = new ArrayList<>(events);
                all.addAll(more);
                return new Run(pack, head, actor, moment, Cases.replay(pack.process(), state, more), all);
            });
        }
    }

    public Outcome<CaseView, CaseRefusal> run(
            CaseHead head, CaseState before, CaseCommand command, Actor actor, Moment moment) {
        var pack = catalogue.packByHash(head.pack().contentHash());
        return new Run(pack, head, actor, moment, before, List.of())
                .then(command, actor)
                .then(this::performServices)
                .map(run -> store(before, run));
    }

    /** Replays the case from its events. */
    public CaseState state(CaseRow row) {
        return Cases.replay(
                catalogue.packByHash(row.head().pack().contentHash()).process(), events(row));
    }

    public PlayedCase played(CaseRow row) {
        var events = events(row);
        return new PlayedCase(
                events,
                Cases.replay(
                        catalogue.packByHash(row.head().pack().contentHash()).process(), events));
    }

    public List<CaseEvent> events(CaseRow row) {
        return events.events(UUID.fromString(row.head().caseId()), row.moving().version());
    }

    private Outcome<Run, CaseRefusal> performServices(Run started) {
        Outcome<Run, CaseRefusal> run = Outcome.done(started);
        while (run instanceof Outcome.Done<Run, CaseRefusal>(var now)
                && !now.state().services().isEmpty()) {
            var service = now.state().services().getFirst();
            CaseCommand answer = action(service.action())
                    .perform(inHand(now), service.with())
                    .fold(
                            facts -> new CaseCommand.ServiceDone(service.id(), facts),
                            why -> new CaseCommand.ServiceFailed(service.id(), why));
            run = now.then(answer, Actor.system(""));
        }
        return run;
    }

    private CaseInHand inHand(Run run) {
        var handling = directory.organisation(run.head().organisation().code());
        var deciding = CaseInHand.deciding(run.head(), run.state());
        return new CaseInHand(
                run.head(),
                run.pack(),
                handling,
                deciding.equals(handling.code()) ? handling : directory.organisation(deciding),
                run.state(),
                run.actor(),
                run.moment());
    }

    private ServiceAction action(String name) {
        return Optional.ofNullable(offered.get().get(name))
                .orElseThrow(() -> new IllegalStateException("No part of the platform performs " + name));
    }

    private CaseView store(CaseState before, Run run) {
        var id = UUID.fromString(run.head().caseId());
        var row = new CaseRow(
                run.head(), Projection.moving(run.state(), run.moment().now()));
        if (run.events().isEmpty()) {
            return CaseViews.view(row, run.pack());
        }
        events.append(id, before.version(), run.actor(), run.events());
        cases.put(row);
        var tasks = Projection.tasks(before, run.events(), run.state());
        if (!tasks.isEmpty()) {
            cases.putTasks(id, tasks);
        }
        var set = Projection.timersSet(before, run.state());
        if (!set.isEmpty()) {
            cases.putTimers(id, set);
        }
        var gone = Projection.timersGone(before, run.state());
        if (!gone.isEmpty()) {
            cases.removeTimers(id, gone);
        }
        var view = CaseViews.view(row, run.pack());
        announcements.announce(new CaseMoved(view, before, run.events(), run.state()), run.actor());
        return view;
    }
}
