package org.tongqu.platform.matter.hall;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.CaseStory.Kind;
import org.tongqu.platform.matter.casework.CaseStory.Line;
import org.tongqu.platform.matter.casework.StorySource;
import org.tongqu.platform.matter.hall.Handover.Hand;
import org.tongqu.platform.matter.hall.Handover.Way;
import org.tongqu.platform.matter.hall.internal.HandoverStore;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.intake.Submitted;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * Where the papers go that were handed in at a window: from a community or street to the hall above it, from a hall to the
 * office that decides, wherever that is. The case itself is there at once; who has the papers is known at every moment.
 */
@Service
public class Handovers implements StorySource {

    private final Halls halls;
    private final HandoverStore store;
    private final Directory directory;
    private final Access access;
    private final Journal journal;
    private final Clock clock;

    Handovers(Halls halls, HandoverStore store, Directory directory, Access access, Journal journal, Clock clock) {
        this.halls = halls;
        this.store = store;
        this.directory = directory;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /** Sends the papers of what was taken down at a window on their way, in the transaction that takes it over. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Submitted submitted) {
        submitted
                .reception()
                .ifPresent(window -> halls.find(window.place()).ifPresent(plan -> {
                    var hand = new Hand(submitted.submittedAt(), window.staff(), window.clerk());
                    var first = new Handover(
                            submitted.receipt().value(),
                            1,
                            submitted.title(),
                            window.scanned(),
                            next(plan, submitted.organisation().code()),
                            hand,
                            Optional.empty());
                    store.insert(first, submitted.organisation().code());
                    write(new Entry.Doer(hand.staff(), hand.name()), "hall.papers-sent", first);
                }));
    }

    /** Papers on their way to a hall or an office of the officer's, the longest on their way first. */
    @Transactional(readOnly = true)
    public List<Handover> awaited(SignedIn.Officer officer) {
        return store.awaited(access.actingScope(officer));
    }

    /** All steps of the papers of this application, if the officer may see one of them. */
    @Transactional(readOnly = true)
    public List<Handover> of(SignedIn.Officer officer, String receipt) {
        var steps = store.of(receipt);
        var scope = access.scope(officer);
        return steps.stream()
                        .anyMatch(step -> scope.sees(step.way().toOrganisation())
                                || halls.find(step.way().fromHall())
                                        .filter(plan ->
                                                scope.sees(plan.hall().seat().organisation()))
                                        .isPresent())
                ? steps
                : List.of();
    }

    /** Receives the papers; a hall that does not decide sends them on by that. */
    @Transactional
    public Outcome<Handover, HandoverRefusal> receive(SignedIn.Officer officer, String receipt, int number) {
        var found = store.lock(receipt, number)
                .filter(step -> access.actingScope(officer).sees(step.way().toOrganisation()));
        if (found.isEmpty()) {
            return Outcome.refused(new HandoverRefusal.NotYours());
        }
        var step = found.get();
        if (step.received().isPresent()) {
            var by = step.received().get();
            return Outcome.refused(new HandoverRefusal.ReceivedBefore(by.name(), by.at()));
        }
        var hand = new Hand(clock.instant(), officer.staff(), officer.name());
        store.receive(step, hand);
        write(officer.doer(), "hall.papers-received", step);
        step.way().toHall().flatMap(halls::find).ifPresent(plan -> {
            var office = store.office(receipt);
            var on = new Handover(
                    receipt, number + 1, step.title(), step.papers(), next(plan, office), hand, Optional.empty());
            store.insert(on, office);
            write(officer.doer(), "hall.papers-sent", on);
        });
        return Outcome.done(step);
    }

    /** From a community or a street to the next hall above that is run; from any other hall to the office. */
    private Way next(HallPlan plan, String office) {
        var above = above(plan);
        return switch (plan.hall().level()) {
            case COMMUNITY, STREET ->
                above.map(hall -> new Way(
                                plan.hall().code(),
                                Optional.of(hall.hall().code()),
                                hall.hall().seat().organisation()))
                        .orElseGet(() -> new Way(plan.hall().code(), Optional.empty(), office));
            case DISTRICT, CITY -> new Way(plan.hall().code(), Optional.empty(), office);
        };
    }

    /** The next hall above it that is run. */
    private Optional<HallPlan> above(HallPlan plan) {
        return Stream.iterate(parent(plan), Optional::isPresent, hall -> hall.flatMap(this::parent))
                .flatMap(Optional::stream)
                .limit(halls.all().size())
                .filter(hall -> !hall.hall().isClosedOn(halls.today()))
                .findFirst();
    }

    private Optional<HallPlan> parent(HallPlan plan) {
        return plan.hall().seat().parent().flatMap(halls::find);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(ReceiptNumber receipt) {
        var lines = new ArrayList<Line>();
        for (var step : store.of(receipt.value())) {
            var to = to(step);
            lines.add(line("story.papers-sent", step.sent(), from(step), to));
            step.received().ifPresent(hand -> lines.add(line("story.papers-received", hand, to)));
        }
        return lines.stream().sorted(Comparator.comparing(Line::at)).toList();
    }

    private static Line line(String key, Hand hand, Label... args) {
        return new Line(hand.at(), Kind.HALL, key, List.of(args), Optional.of(hand.name()), Optional.empty());
    }

    /** The hall that sent them. */
    public Label from(Handover step) {
        return halls.hall(step.way().fromHall()).hall().name();
    }

    /** The hall or the office to which they go. */
    public Label to(Handover step) {
        return step.way()
                .toHall()
                .flatMap(halls::find)
                .map(plan -> plan.hall().name())
                .orElseGet(() ->
                        directory.organisation(step.way().toOrganisation()).name());
    }

    private void write(Entry.Doer who, String verb, Handover step) {
        journal.append(Entry.of(clock.instant(), who, verb, new Entry.Subject("case", step.receipt()))
                .with(Datum.empty()
                        .with("step", Datum.of(step.step()))
                        .with("from", Datum.of(step.way().fromHall()))
                        .with(
                                "to",
                                Datum.of(step.way().toHall().orElse(step.way().toOrganisation())))
                        .with("papers", Datum.of(step.papers()))));
    }
}
