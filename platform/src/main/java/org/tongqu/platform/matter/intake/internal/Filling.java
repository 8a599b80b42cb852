package org.tongqu.platform.matter.intake.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.forms.Provenance;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.schema.FieldProblem;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.intake.Correction;
import org.tongqu.platform.matter.intake.Draft;
import org.tongqu.platform.matter.intake.Draft.Filled;
import org.tongqu.platform.matter.intake.SaveRefusal;
import org.tongqu.platform.matter.intake.Saved;
import org.tongqu.platform.matter.intake.StartRefusal;
import org.tongqu.platform.matter.intake.Submitted.Applicant;
import org.tongqu.platform.matter.intake.Submitted.PackRef;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Drafts from their beginning to the moment before they are handed in. */
@Component
public class Filling {

    private final ServiceCatalogue catalogue;
    private final DraftStore drafts;
    private final Knowledge knowledge;
    private final Journal journal;
    private final Clock clock;

    Filling(ServiceCatalogue catalogue, DraftStore drafts, Knowledge knowledge, Journal journal, Clock clock) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.knowledge = knowledge;
        this.journal = journal;
        this.clock = clock;
    }

    /** One row of a group's page. */
    public record RowAt(String pageId, int number) {}

    /** What a page became: the answers and what was posted without being asked. */
    private record Change(Datum.Fields answers, List<String> ignored) {}

    @Transactional
    public Outcome<Draft, StartRefusal> start(Citizen who, String packId) {
        var pack = catalogue.findPack(packId);
        if (pack.isEmpty()) {
            return Outcome.refused(new StartRefusal.NoSuchService(packId));
        }
        if (drafts.count(who.account()) >= DraftStore.MOST_DRAFTS) {
            return Outcome.refused(new StartRefusal.TooManyDrafts(DraftStore.MOST_DRAFTS));
        }
        var now = now();
        var nothing = new Filled(new Datum.Fields(Map.of()), Provenance.NONE);
        var draft = new Draft(
                Ids.next(now).toString(),
                new Applicant(who.account(), who.name()),
                new PackRef(packId, pack.get().version(), pack.get().contentHash()),
                knowledge.fill(who, pack.get().form(), nothing, Set.of()),
                Set.of(),
                List.of(),
                Optional.empty(),
                Ids.token(),
                now,
                now);
        drafts.insert(draft);
        return Outcome.done(draft);
    }

    @Transactional
    public Outcome<Saved, SaveRefusal> save(Citizen who, String draftId, String pageId, Map<String, String[]> posted) {
        return change(who, draftId, pageId, (pack, draft, page) -> {
            var read = Forms.fromPost(page, draft.answers(), posted);
            return Outcome.done(new Change(read.answers(), read.ignored()));
        });
    }

    @Transactional
    public Outcome<Saved, SaveRefusal> saveRow(Citizen who, String draftId, RowAt at, Map<String, String[]> posted) {
        return change(who, draftId, at.pageId(), (pack, draft, page) -> {
            var rows = page.group().isPresent() ? Forms.rows(page, draft.answers()) : List.<Datum.Fields>of();
            if (page.group().isEmpty() || at.number() < 0 || at.number() > rows.size()) {
                return Outcome.refused(new SaveRefusal.NoSuchPage(at.pageId()));
            }
            if (at.number() >= page.group().get().atMost()) {
                return Outcome.refused(
                        new SaveRefusal.TooManyRows(page.group().get().atMost()));
            }
            var before = at.number() < rows.size() ? rows.get(at.number()) : new Datum.Fields(Map.of());
            var read = Forms.rowFromPost(page, draft.answers(), before, posted);
            return Outcome.done(
                    new Change(Forms.withRow(page, draft.answers(), at.number(), read.answers()), read.ignored()));
        });
    }

    /** The whole form at once; not for corrections, which open only some of it. */
    @Transactional
    public Outcome<Draft, SaveRefusal> saveAll(Citizen who, String draftId, Map<String, String[]> posted) {
        var found = Ids.parse(draftId).flatMap(id -> drafts.find(who.account(), id, DraftStore.Purpose.CHANGE));
        if (found.isEmpty()) {
            return Outcome.refused(new SaveRefusal.NoSuchDraft());
        }
        var before = found.get();
        if (before.correction().isPresent()) {
            return Outcome.refused(new SaveRefusal.NotOpen("all"));
        }
        var pack = catalogue.packByHash(before.pack().contentHash());
        var read = WholeForm.from(pack.form(), before.answers(), posted);
        note(who, before, "all", read.ignored());
        var savedPages = new HashSet<>(before.savedPages());
        savedPages.addAll(read.pages());
        var provenance = before.filled().provenance().stillTrueOf(read.answers());
        var filled = knowledge.fill(who, pack.form(), new Filled(read.answers(), provenance), savedPages);
        var draft = with(before, filled, savedPages);
        drafts.update(draft);
        return Outcome.done(draft);
    }

    @Transactional
    public Outcome<Saved, SaveRefusal> removeRow(Citizen who, String draftId, RowAt at) {
        return change(who, draftId, at.pageId(), (pack, draft, page) -> {
            if (page.group().isEmpty()
                    || at.number() < 0
                    || at.number() >= Forms.rows(page, draft.answers()).size()) {
                return Outcome.refused(new SaveRefusal.NoSuchPage(at.pageId()));
            }
            return Outcome.done(new Change(Forms.withoutRow(page, draft.answers(), at.number()), List.of()));
        });
    }

    @Transactional
    public boolean discard(Citizen who, String draftId) {
        var draft = Ids.parse(draftId)
                .flatMap(id -> drafts.find(who.account(), id, DraftStore.Purpose.CHANGE))
                .filter(found -> found.correction().isEmpty());
        draft.flatMap(found -> Ids.parse(found.id())).ifPresent(drafts::delete);
        return draft.isPresent();
    }

    @FunctionalInterface
    private interface PageChange {
        Outcome<Change, SaveRefusal> of(Pack pack, Draft draft, FormPage page);
    }

    private Outcome<Saved, SaveRefusal> change(Citizen who, String draftId, String pageId, PageChange change) {
        var found = Ids.parse(draftId).flatMap(id -> drafts.find(who.account(), id, DraftStore.Purpose.CHANGE));
        if (found.isEmpty()) {
            return Outcome.refused(new SaveRefusal.NoSuchDraft());
        }
        var draft = found.get();
        var pack = catalogue.packByHash(draft.pack().contentHash());
        var page = Forms.visiblePages(pack.form(), draft.answers()).stream()
                .filter(visible -> visible.id().equals(pageId))
                .findFirst();
        if (page.isEmpty()) {
            return Outcome.refused(new SaveRefusal.NoSuchPage(pageId));
        }
        if (draft.correction().isPresent() && !opens(draft.correction().get(), page.get())) {
            return Outcome.refused(new SaveRefusal.NotOpen(pageId));
        }
        return change.of(pack, draft, page.get()).map(changed -> store(who, pack, draft, page.get(), changed));
    }

    /** Of a correction the pages whose every question it asks again; the others stay as they were handed in. */
    private static Predicate<FormPage> open(Draft draft) {
        return page -> draft.correction().stream()
                .allMatch(notice -> page.fields().stream().allMatch(field -> notice.opens(field.name())));
    }

    private static boolean opens(Correction correction, FormPage page) {
        return page.group()
                .map(group -> correction.opens(group.name()))
                .orElseGet(() -> page.fields().stream().anyMatch(field -> correction.opens(field.name())));
    }

    private void note(Citizen who, Draft draft, String page, List<String> ignored) {
        if (ignored.isEmpty()) {
            return;
        }
        var names = ignored.stream().map(Datum::of).toList();
        journal.append(Entry.of(now(), who.doer(), "intake.unasked-fields", new Entry.Subject("draft", draft.id()))
                .with(Datum.empty().with("page", Datum.of(page)).with("fields", Datum.of(names))));
    }

    private Saved store(Citizen who, Pack pack, Draft before, FormPage page, Change changed) {
        note(who, before, page.id(), changed.ignored());
        var answers = before.correction()
                .map(notice -> onlyOpened(notice, page, before.answers(), changed.answers()))
                .orElse(changed.answers());
        var savedPages = new HashSet<>(before.savedPages());
        savedPages.add(page.id());
        var provenance = before.filled().provenance().stillTrueOf(answers);
        var filled = knowledge.fill(who, pack.form(), new Filled(answers, provenance), savedPages, open(before));
        var draft = with(before, filled, savedPages);
        drafts.update(draft);
        List<FieldProblem> problems = Forms.check(pack.form(), pack.schema(), draft.answers(), page.id());
        return new Saved(draft, problems, next(pack, draft, page));
    }

    /** What the notice did not name stays as it was handed in, whatever was posted. */
    private static Datum.Fields onlyOpened(Correction notice, FormPage page, Datum.Fields before, Datum.Fields after) {
        if (page.group().isPresent()) {
            return after;
        }
        Datum kept = before;
        for (var field : page.fields()) {
            if (notice.opens(field.name())) {
                kept = kept.with(field.name(), after.at(field.name()));
            }
        }
        return (Datum.Fields) kept;
    }

    private static Optional<String> next(Pack pack, Draft draft, FormPage page) {
        var ids = Forms.visiblePages(pack.form(), draft.answers()).stream()
                .map(FormPage::id)
                .toList();
        var at = ids.indexOf(page.id());
        return at + 1 < ids.size() ? Optional.of(ids.get(at + 1)) : Optional.empty();
    }

    private Draft with(Draft before, Filled filled, Set<String> savedPages) {
        return new Draft(
                before.id(),
                before.owner(),
                before.pack(),
                filled,
                savedPages,
                before.materials(),
                before.correction(),
                before.submitToken(),
                before.startedAt(),
                now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
