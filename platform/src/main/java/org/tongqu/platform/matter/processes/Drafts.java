package org.tongqu.platform.matter.processes;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.processes.internal.DraftStore;
import org.tongqu.platform.matter.services.ProcessFile;
import org.tongqu.platform.matter.services.ProcessFiles;
import org.tongqu.platform.matter.services.Revised;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * The verbs of drafts. Of a process there is one open draft at most; it belongs to the office of whoever began it, and any
 * designer of that office may go on with it. Whoever changed it never approves it.
 */
@Service
public class Drafts {

    /** Who draws. */
    public static final String DRAFTER = "process-drafter";

    /** Who approves. */
    public static final String APPROVER = "process-approver";

    /** How many bytes a process file may have. */
    public static final int LARGEST = 1 << 20;

    private static final int LONGEST_NOTE = 2000;

    private final DraftStore store;
    private final ProcessFiles processes;
    private final Access access;
    private final Journal journal;
    private final Clock clock;

    Drafts(DraftStore store, ProcessFiles processes, Access access, Journal journal, Clock clock) {
        this.store = store;
        this.processes = processes;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    public boolean mayDraw(SignedIn.Officer who) {
        return mayNot(who, who.organisation(), DRAFTER).isEmpty();
    }

    public boolean mayApprove(SignedIn.Officer who) {
        return mayNot(who, who.organisation(), APPROVER).isEmpty();
    }

    /** Whether somebody may change a draft now. */
    public boolean mayChange(SignedIn.Officer who, Draft draft) {
        return draft.state().isDrawn()
                && mayNot(who, draft.organisation(), DRAFTER).isEmpty();
    }

    private Optional<DraftRefusal> mayNot(SignedIn.Officer who, String organisation, String role) {
        return access.mayAct(who, organisation, Set.of(role))
                        instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why)
                ? Optional.of(new DraftRefusal.MayNot(why))
                : Optional.empty();
    }

    /** Begins a draft from what is in use, or goes on with the one of the own office. */
    @Transactional
    public Outcome<Draft, DraftRefusal> begin(SignedIn.Officer who, ProcessFile process) {
        var refused = mayNot(who, who.organisation(), DRAFTER);
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        var now = clock.instant();
        var body = processes.body(process);
        var draft = new Draft(
                UUID.randomUUID().toString(),
                place(process),
                who.organisation(),
                Draft.State.DRAFTING,
                new Draft.Content(body, body),
                1,
                new Draft.Work(now, now, who.actor(), who.name(), Set.of(who.actor())),
                new Draft.Fate("", Optional.empty(), Optional.empty(), "", Optional.empty(), ""));
        if (store.add(draft)) {
            journal.append(entry(who, draft, "processes.begin"));
            return Outcome.done(draft);
        }
        var open = store.findOpen(draft.place()).orElseThrow();
        return open.organisation().equals(who.organisation())
                ? Outcome.done(open)
                : Outcome.refused(
                        new DraftRefusal.Taken(open.organisation(), open.work().savedName()));
    }

    private static Draft.Place place(ProcessFile process) {
        return new Draft.Place(process.pack().id(), process.file());
    }

    /**
     * Keeps what was drawn, as it is: a draft may be wrong in between.
     *
     * @param revision which one was changed
     */
    @Transactional
    public Outcome<Draft, DraftRefusal> save(SignedIn.Officer who, String id, int revision, byte[] body) {
        if (body.length > LARGEST) {
            return Outcome.refused(new DraftRefusal.TooLarge(LARGEST));
        }
        return drawn(who, id).then(draft -> {
            var work = draft.work();
            if (draft.revision() != revision) {
                return Outcome.refused(new DraftRefusal.Overtaken(work.savedName(), work.savedAt(), draft.revision()));
            }
            if (Arrays.equals(draft.content().body(), body)) {
                return Outcome.done(draft);
            }
            store.save(id, body, who, clock.instant());
            if (!work.editors().contains(who.actor())) {
                journal.append(entry(who, draft, "processes.join"));
            }
            return Outcome.done(store.find(id).orElseThrow());
        });
    }

    /** Hands it to whoever approves; only without errors and with something changed. */
    @Transactional
    public Outcome<Draft, DraftRefusal> submit(SignedIn.Officer who, String id, int revision, String note) {
        return drawn(who, id).then(draft -> {
            if (draft.revision() != revision) {
                var work = draft.work();
                return Outcome.refused(new DraftRefusal.Overtaken(work.savedName(), work.savedAt(), draft.revision()));
            }
            return fitting(draft).then(process -> {
                if (note.isBlank()) {
                    return Outcome.refused(new DraftRefusal.NoteMissing());
                }
                var said = shortened(note);
                store.submit(id, said, who.name(), clock.instant());
                journal.append(entry(who, draft, "processes.submit").because(said));
                return Outcome.done(store.find(id).orElseThrow());
            });
        });
    }

    private static String shortened(String text) {
        var stripped = text.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST_NOTE));
    }

    /** The process a draft would change, when it changes something, still stands over what it was begun from and fits. */
    private Outcome<ProcessFile, DraftRefusal> fitting(Draft draft) {
        var process = process(draft);
        if (process.isEmpty()
                || !Arrays.equals(processes.body(process.get()), draft.content().before())) {
            return Outcome.refused(new DraftRefusal.Moved());
        }
        if (ProcessComparison.of(draft.content()).isEmpty()) {
            return Outcome.refused(new DraftRefusal.Unchanged());
        }
        var problems = processes.check(process.get(), draft.content().body());
        return problems.stream().anyMatch(problem -> problem.severity() == PackProblem.Severity.ERROR)
                ? Outcome.refused(new DraftRefusal.Faulty(problems))
                : Outcome.done(process.get());
    }

    private Optional<ProcessFile> process(Draft draft) {
        var file = draft.place().file();
        return processes.all().stream()
                .filter(process -> process.pack().id().equals(draft.place().packId())
                        && process.file().equals(file))
                .findFirst();
    }

    /** Gives a draft up. */
    @Transactional
    public Outcome<Draft, DraftRefusal> drop(SignedIn.Officer who, String id) {
        return drawn(who, id).then(draft -> {
            store.drop(id);
            journal.append(entry(who, draft, "processes.drop"));
            return Outcome.done(store.find(id).orElseThrow());
        });
    }

    /** Takes it into use: what begins from now on runs by it. */
    @Transactional
    public Outcome<Draft, DraftRefusal> approve(SignedIn.Officer who, String id, String why) {
        return submitted(who, id)
                .then(draft -> fitting(draft).then(process -> switch (processes.revise(
                        process, draft.content().body())) {
                    case Outcome.Refused<Revised, List<PackProblem>>(var problems) ->
                        Outcome.<Draft, DraftRefusal>refused(new DraftRefusal.Faulty(problems));
                    case Outcome.Done<Revised, List<PackProblem>>(var revised) -> {
                        var said = shortened(why);
                        store.publish(id, revised, new DraftStore.Ruling(who, said, clock.instant()));
                        var entry = entry(who, draft, "processes.approve");
                        var told = entry.with(entry.details()
                                .with("number", Datum.of(String.valueOf(revised.number())))
                                .with("release", Datum.of(revised.version())));
                        journal.append(said.isEmpty() ? told : told.because(said));
                        yield Outcome.<Draft, DraftRefusal>done(store.find(id).orElseThrow());
                    }
                }));
    }

    /** Gives it back to those who drew it, with the reason. */
    @Transactional
    public Outcome<Draft, DraftRefusal> sendBack(SignedIn.Officer who, String id, String why) {
        return submitted(who, id).then(draft -> {
            if (why.isBlank()) {
                return Outcome.refused(new DraftRefusal.WhyMissing());
            }
            var said = shortened(why);
            store.sendBack(id, new DraftStore.Ruling(who, said, clock.instant()));
            journal.append(entry(who, draft, "processes.send-back").because(said));
            return Outcome.done(store.find(id).orElseThrow());
        });
    }

    /** One that somebody may change; nobody else does until the transaction ends. */
    private Outcome<Draft, DraftRefusal> drawn(SignedIn.Officer who, String id) {
        var found = store.findForUpdate(id).filter(draft -> sees(who, draft));
        if (found.isEmpty()) {
            return Outcome.refused(new DraftRefusal.Gone());
        }
        var draft = found.get();
        return mayNot(who, draft.organisation(), DRAFTER)
                .<Outcome<Draft, DraftRefusal>>map(Outcome::refused)
                .orElseGet(() -> draft.state().isDrawn()
                        ? Outcome.done(draft)
                        : Outcome.refused(new DraftRefusal.Closed(draft.state())));
    }

    /** One that somebody may decide on. */
    private Outcome<Draft, DraftRefusal> submitted(SignedIn.Officer who, String id) {
        var found = store.findForUpdate(id).filter(draft -> sees(who, draft));
        if (found.isEmpty()) {
            return Outcome.refused(new DraftRefusal.Gone());
        }
        var draft = found.get();
        var refused = mayNot(who, who.organisation(), APPROVER);
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        if (draft.state() != Draft.State.SUBMITTED) {
            return Outcome.refused(new DraftRefusal.Closed(draft.state()));
        }
        return draft.work().editors().contains(who.actor())
                ? Outcome.refused(new DraftRefusal.OwnWork())
                : Outcome.done(draft);
    }

    /** Designers see the drafts of their office, approvers all; what was published, every officer. */
    private boolean sees(SignedIn.Officer who, Draft draft) {
        return draft.state() == Draft.State.PUBLISHED
                || mayApprove(who)
                || who.has(DRAFTER) && access.scope(who).sees(draft.organisation());
    }

    /** The open draft of a process, for those who may see it. */
    @Transactional(readOnly = true)
    public Optional<Draft> findOpen(SignedIn.Officer who, ProcessFile process) {
        return store.findOpen(place(process)).filter(draft -> sees(who, draft));
    }

    /** All open drafts that somebody may see, the latest changed first; without their content. */
    @Transactional(readOnly = true)
    public List<DraftLine> open(SignedIn.Officer who) {
        return store.open().stream()
                .filter(line ->
                        mayApprove(who) || who.has(DRAFTER) && access.scope(who).sees(line.organisation()))
                .toList();
    }

    /** What was published of a process, the latest first; without the texts. */
    @Transactional(readOnly = true)
    public List<Draft> published(ProcessFile process) {
        return store.published(place(process));
    }

    /** One that was published, with what it changed. */
    @Transactional(readOnly = true)
    public Optional<Draft> findPublished(ProcessFile process, int number) {
        return store.findPublished(place(process), number);
    }

    /** Of every process the latest that was published; without their content. */
    @Transactional(readOnly = true)
    public List<DraftLine> latest() {
        return store.latest();
    }

    private Entry entry(SignedIn.Officer who, Draft draft, String verb) {
        return Entry.of(clock.instant(), who.doer(), verb, new Entry.Subject("process-draft", draft.id()))
                .with(Datum.empty()
                        .with("pack", Datum.of(draft.place().packId()))
                        .with("file", Datum.of(draft.place().file())));
    }
}
