package org.tongqu.platform.matter.studio;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.plan.PackPlan;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.casework.Rehearsal;
import org.tongqu.platform.matter.services.PackContent;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.studio.internal.ChangedPacks;
import org.tongqu.platform.matter.studio.internal.Deeds;
import org.tongqu.platform.matter.studio.internal.FiguresStore;
import org.tongqu.platform.matter.studio.internal.ForeseenStore;
import org.tongqu.platform.matter.studio.internal.Player;
import org.tongqu.platform.matter.studio.internal.RehearsalStore;
import org.tongqu.platform.matter.studio.internal.SentFiles;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.seals.Seals;

/**
 * The verbs of trying a changed pack on cases that were. All cases of the platform are played, as figures are about all of
 * them; which of them somebody may open, and by what receipt it goes, is said to those alone who may.
 */
@Service
public class Rehearsals {

    /** Who changes packs. */
    public static final String DESIGNER = "pack-designer";

    private static final String SUPERVISOR = "supervisor";

    /** Who designs, and who draws processes or approves of what is drawn. */
    private static final Set<String> TRYING = Set.of(DESIGNER, "process-drafter", "process-approver");

    private static final int PAGE = 20;

    private final Shelves shelves;
    private final Around around;
    private final Player player;
    private final StudioTerms terms;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rehearsals(
            Shelves shelves,
            Around around,
            Player player,
            StudioTerms terms,
            TransactionTemplate transaction,
            Clock clock) {
        this.shelves = shelves;
        this.around = around;
        this.player = player;
        this.terms = terms;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where everything is kept. */
    @Component
    record Shelves(
            RehearsalStore rehearsals, ForeseenStore foreseen, FiguresStore figures, ChangedPacks packs, Deeds deeds) {}

    /** Who else is asked. */
    @Component
    record Around(
            ServiceCatalogue catalogue,
            Casework casework,
            Access access,
            Directory directory,
            JdbcClient jdbc,
            Seals seals) {}

    /** A page of a list. @param next where the next begins; empty at the end */
    public record Listed<T>(List<T> rows, Optional<String> next) {
        public Listed {
            rows = List.copyOf(rows);
        }
    }

    /** Whether somebody may look at what was rehearsed: who may rehearse, and who watches over all cases. */
    public static boolean isConcerned(SignedIn.Officer who) {
        return TRYING.stream().anyMatch(who::has) || who.has(SUPERVISOR);
    }

    public boolean mayRehearse(SignedIn.Officer who) {
        return refused(who).isEmpty();
    }

    private Optional<AccessRefusal> refused(SignedIn.Officer who) {
        return around.access().mayAct(who, who.organisation(), TRYING)
                        instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why)
                ? Optional.of(why)
                : Optional.empty();
    }

    /** Checks what was sent and begins to play; the answer is its number. */
    public Outcome<Long, RehearsalRefusal> begin(SignedIn.Officer who, Wanted wanted) {
        var refused = refused(who);
        if (refused.isPresent()) {
            return Outcome.refused(new RehearsalRefusal.MayNot(refused.get()));
        }
        var before = around.catalogue().findPack(wanted.packId());
        if (before.isEmpty()) {
            return Outcome.refused(new RehearsalRefusal.NoSuchPack());
        }
        return cases(wanted)
                .then(cases -> changed(before.get(), wanted.files())
                        .then(changed -> begin(who, changed, cases, only(wanted.files()))));
    }

    private static Optional<String> only(List<SentFile> files) {
        return files.size() == 1
                ? Optional.of(Digest.of(files.getFirst().bytes()).hex())
                : Optional.empty();
    }

    /** The latest rehearsal of this one file against what applies now; nothing where it was not rehearsed as it is. */
    @Transactional(readOnly = true)
    public Optional<Rehearsed> latest(SignedIn.Officer who, String packId, SentFile file) {
        return isConcerned(who)
                ? around.catalogue()
                        .findPack(packId)
                        .flatMap(pack -> shelves.rehearsals()
                                .latest(
                                        packId,
                                        pack.contentHash(),
                                        Digest.of(file.bytes()).hex()))
                : Optional.empty();
    }

    /** A pack as it would be. */
    private record Changed(Pack before, Pack after, PackContent files, List<String> names) {

        Rehearsed.Change change() {
            return new Rehearsed.Change(
                    before.id(),
                    before.title(),
                    new Rehearsed.Content(before.version(), before.contentHash()),
                    new Rehearsed.Content(after.version(), after.contentHash()),
                    names);
        }
    }

    /** What is to be played, and by which one file, if it was one, the change is known again. */
    private record Known(Rehearsed.Change change, Rehearsed.Cases cases, Optional<String> sentHash) {}

    private Outcome<Rehearsed.Cases, RehearsalRefusal> cases(Wanted wanted) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var period = wanted.period()
                .filter(asked ->
                        !asked.to().isBefore(asked.from()) && !asked.to().isAfter(today));
        if (period.isEmpty()) {
            return Outcome.refused(new RehearsalRefusal.PeriodWrong());
        }
        if (wanted.organisation()
                .filter(code -> around.directory().findOrganisation(code).isEmpty())
                .isPresent()) {
            return Outcome.refused(new RehearsalRefusal.NoSuchOrganisation());
        }
        return Outcome.done(new Rehearsed.Cases(period.get(), wanted.organisation()));
    }

    private Outcome<Changed, RehearsalRefusal> changed(Pack before, List<SentFile> sent) {
        if (sent.isEmpty()) {
            return Outcome.refused(new RehearsalRefusal.NothingSent());
        }
        var applies = around.catalogue().content(before.id());
        return SentFiles.put(before.id(), applies, sent)
                .<RehearsalRefusal>mapRefusal(RehearsalRefusal.FilesWrong::new)
                .then(files -> {
                    var reading = files.check(before.id());
                    if (reading.hasErrors() || reading.packs().isEmpty()) {
                        return Outcome.refused(new RehearsalRefusal.PackWrong(reading.problems()));
                    }
                    var after = reading.packs().getFirst();
                    return after.contentHash().equals(before.contentHash())
                            ? Outcome.refused(new RehearsalRefusal.NothingChanged())
                            : Outcome.done(new Changed(before, after, files, names(applies, files)));
                });
    }

    /** The files that one has and the other has not, or has otherwise. */
    private static List<String> names(PackContent before, PackContent after) {
        var names = new TreeSet<>(before.names());
        names.addAll(after.names());
        return names.stream()
                .filter(name -> !Arrays.equals(
                        before.find(name).orElseGet(() -> new byte[0]),
                        after.find(name).orElseGet(() -> new byte[0])))
                .toList();
    }

    private Outcome<Long, RehearsalRefusal> begin(
            SignedIn.Officer who, Changed changed, Rehearsed.Cases cases, Optional<String> sentHash) {
        return begin(
                who,
                new Known(changed.change(), cases, sentHash),
                () -> shelves.rehearsals().keep(changed.change(), changed.files(), now()));
    }

    private Outcome<Long, RehearsalRefusal> begin(SignedIn.Officer who, Known known, Runnable keep) {
        var change = known.change();
        var cases = known.cases();
        var all = new Rehearsal(around.jdbc(), around.seals())
                .count(new Rehearsal.Asked(change.packId(), cases.period(), cases.organisation()));
        if (all == 0) {
            return Outcome.refused(new RehearsalRefusal.NoCases());
        }
        if (all > terms.mostCases()) {
            return Outcome.refused(new RehearsalRefusal.TooManyCases(all, terms.mostCases()));
        }
        var asking = new RehearsalStore.Asking(
                change, cases, new Rehearsed.Asker(who.staff(), who.name(), now()), (int) all, known.sentHash());
        var begun = transaction.execute(status -> {
            keep.run();
            var id = shelves.rehearsals().add(asking);
            id.ifPresent(number -> shelves.deeds().asked(who, number, asking));
            return id.stream().boxed().findFirst();
        });
        if (begun == null || begun.isEmpty()) {
            return Outcome.refused(new RehearsalRefusal.Busy(
                    shelves.rehearsals().underWay(who.staff()).orElse(0)));
        }
        player.look();
        return Outcome.done(begun.get());
    }

    /** Plays the same once more, as cases have moved on or it did not come to its end. */
    public Outcome<Long, RehearsalRefusal> again(SignedIn.Officer who, long id) {
        var refused = refused(who);
        if (refused.isPresent()) {
            return Outcome.refused(new RehearsalRefusal.MayNot(refused.get()));
        }
        return shelves.rehearsals()
                .find(id)
                .map(of -> begin(
                        who,
                        new Known(of.change(), of.cases(), shelves.rehearsals().sentHash(id)),
                        () -> {}))
                .orElseGet(() -> Outcome.refused(new RehearsalRefusal.NoSuchRehearsal()));
    }

    /** Calls off one's own. What was played until now stays. */
    @Transactional
    public Outcome<Long, RehearsalRefusal> cancel(SignedIn.Officer who, long id) {
        if (!shelves.rehearsals().cancel(id, who.staff(), now())) {
            return Outcome.refused(new RehearsalRefusal.NotYours());
        }
        shelves.deeds().cancelled(who, id);
        return Outcome.done(id);
    }

    @Transactional(readOnly = true)
    public Optional<Rehearsed> find(SignedIn.Officer who, long id) {
        return isConcerned(who) ? shelves.rehearsals().find(id) : Optional.empty();
    }

    /** All there were, the latest first. */
    @Transactional(readOnly = true)
    public Listed<Rehearsed> list(SignedIn.Officer who, Optional<Long> before) {
        if (!isConcerned(who)) {
            return new Listed<>(List.of(), Optional.empty());
        }
        var found = shelves.rehearsals().page(before, PAGE + 1);
        var rows = found.subList(0, Math.min(PAGE, found.size()));
        return new Listed<>(
                rows,
                found.size() > PAGE ? Optional.of(String.valueOf(rows.getLast().id())) : Optional.empty());
    }

    @Transactional(readOnly = true)
    public Figures figures(Rehearsed of) {
        return shelves.figures().of(of.id());
    }

    /** Cases of a view behind the one with this number, as the officer may see them. */
    @Transactional(readOnly = true)
    public Listed<ForeseenCase> cases(SignedIn.Officer who, Rehearsed of, View view, long behind) {
        return cases(who, of, view, behind, PAGE);
    }

    private Listed<ForeseenCase> cases(SignedIn.Officer who, Rehearsed of, View view, long behind, int most) {
        var found = shelves.foreseen().page(of.id(), view, behind, most + 1);
        var rows = found.subList(0, Math.min(most, found.size()));
        var visible = around.casework()
                .visible(who, rows.stream().map(row -> row.known().caseId()).collect(Collectors.toSet()));
        return new Listed<>(
                rows.stream().map(row -> row.among(visible)).toList(),
                found.size() > most ? Optional.of(String.valueOf(rows.getLast().number())) : Optional.empty());
    }

    /** As many cases at once as are written into a file together. */
    @Transactional(readOnly = true)
    public Listed<ForeseenCase> exported(SignedIn.Officer who, Rehearsed of, View view, long behind) {
        return cases(who, of, view, behind, PAGE * PAGE);
    }

    /** That somebody takes the cases of a view away in a file is written down. */
    @Transactional
    public void taken(SignedIn.Officer who, Rehearsed of, View view) {
        shelves.deeds().exported(who, of.id(), view);
    }

    /** The pack as it was changed. */
    public Pack after(Rehearsed of) {
        return shelves.packs().of(of.change());
    }

    /** The pack that applied when it was asked for. */
    public Pack before(Rehearsed of) {
        return around.catalogue().packByHash(of.change().before().hash());
    }

    /** What the change is, line by line. */
    public PackPlan plan(Rehearsed of) {
        return PackPlan.of(before(of), after(of));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
