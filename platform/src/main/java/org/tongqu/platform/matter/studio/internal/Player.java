package org.tongqu.platform.matter.studio.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.cases.Moment;
import org.tongqu.platform.matter.casework.Rehearsal;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.studio.Rehearsed;
import org.tongqu.platform.matter.studio.StudioTerms;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.seals.Seals;

/**
 * Plays what was asked for, beside all else and a few at once. Each lot of cases is kept with how far it came in one
 * transaction, and only by the program that plays it: one that is killed loses nothing and doubles nothing, as another goes
 * on behind the last lot. Called off is what is no longer running when the next lot is kept.
 */
@Component
public class Player {

    private static final Logger LOG = LoggerFactory.getLogger(Player.class);

    private final String program = UUID.randomUUID().toString();
    private final Shelves shelves;
    private final Sources sources;
    private final StudioTerms terms;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore places;

    Player(Shelves shelves, Sources sources, StudioTerms terms, TransactionTemplate transaction, Clock clock) {
        this.shelves = shelves;
        this.sources = sources;
        this.terms = terms;
        this.transaction = transaction;
        this.clock = clock;
        this.places = new Semaphore(terms.atOnce());
    }

    /** Where it is kept. */
    @Component
    record Shelves(RehearsalStore rehearsals, ForeseenStore foreseen, ChangedPacks packs, Deeds deeds) {}

    /** What it is played from. */
    @Component
    record Sources(JdbcClient jdbc, Seals seals, ServiceCatalogue catalogue, Directory directory) {}

    /** Begins what waits, and goes on with what a program left behind that is no more. */
    @Scheduled(fixedDelay = 5_000, initialDelay = 10_000)
    public void look() {
        while (places.tryAcquire()) {
            var taken = take();
            if (taken.isEmpty()) {
                return;
            }
            Thread.ofVirtual().name("rehearsal-" + taken.get().rehearsed().id()).start(() -> {
                try {
                    play(taken.get());
                } finally {
                    places.release();
                    look();
                }
            });
        }
    }

    /** The place is given back where there is nothing to play. */
    private Optional<RehearsalStore.Taken> take() {
        var taken = Optional.<RehearsalStore.Taken>empty();
        try {
            taken = shelves.rehearsals().take(program, clock.instant(), terms.silent());
            return taken;
        } finally {
            if (taken.isEmpty()) {
                places.release();
            }
        }
    }

    private void play(RehearsalStore.Taken taken) {
        var of = taken.rehearsed();
        try {
            playToTheEnd(taken);
        } catch (RuntimeException fault) {
            LOG.error("Rehearsal {} of {} failed", of.id(), of.change().packId(), fault);
            transaction.executeWithoutResult(status -> {
                if (shelves.rehearsals().end(of.id(), program, Rehearsed.State.FAILED, clock.instant())) {
                    shelves.deeds().failed(of);
                }
            });
        }
    }

    private void playToTheEnd(RehearsalStore.Taken taken) {
        var of = taken.rehearsed();
        var pack = shelves.packs().of(of.change());
        var rehearsal = new Rehearsal(
                sources.jdbc(), sources.seals(), hash -> sources.catalogue().packByHash(hash));
        var played = of.progress().played();
        var some = rehearsal.next(pack, of.asked(), taken.behind(), this::today);
        while (!some.isEmpty()) {
            if (!keep(of.id(), played, some)) {
                return;
            }
            played += some.size();
            some = rehearsal.next(pack, of.asked(), Optional.of(some.getLast().mark()), this::today);
        }
        complete(of, played);
    }

    /** @return whether it is still to go on */
    private boolean keep(long id, int before, List<Rehearsal.Line> some) {
        var calendar = sources.directory().calendar();
        var lot = new ArrayList<Numbered>();
        some.forEach(line -> lot.add(Numbered.of(before + lot.size() + 1, line, calendar)));
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var goesOn = shelves.rehearsals()
                    .went(id, program, some.getLast().mark(), before + some.size(), clock.instant());
            if (goesOn) {
                shelves.foreseen().add(id, lot);
            }
            return goesOn;
        }));
    }

    private void complete(Rehearsed of, int played) {
        transaction.executeWithoutResult(status -> {
            if (shelves.rehearsals().end(of.id(), program, Rehearsed.State.COMPLETE, clock.instant())) {
                shelves.deeds().complete(of, played);
            }
        });
    }

    private Moment today() {
        return new Moment(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                sources.directory().calendar());
    }
}
