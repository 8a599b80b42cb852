package org.tongqu.platform.matter.intake.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.intake.Draft;
import org.tongqu.platform.matter.intake.Draft.Filled;
import org.tongqu.platform.matter.intake.Material;
import org.tongqu.platform.matter.intake.Readiness;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.intake.Resubmitted;
import org.tongqu.platform.matter.intake.Submission;
import org.tongqu.platform.matter.intake.SubmitRefusal;
import org.tongqu.platform.matter.intake.Submitted;
import org.tongqu.platform.matter.intake.Submitted.Place;
import org.tongqu.platform.matter.intake.Submitted.Reception;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Turns a draft into a submission: checked as a whole, numbered, frozen and announced. */
@Component
class Submitting {

    private final ServiceCatalogue catalogue;
    private final DraftStore drafts;
    private final SubmissionStore submissions;
    private final Knowledge knowledge;
    private final Dispatching dispatching;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Submitting(
            ServiceCatalogue catalogue,
            DraftStore drafts,
            SubmissionStore submissions,
            Knowledge knowledge,
            Dispatching dispatching,
            ApplicationEventPublisher events,
            Clock clock) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.submissions = submissions;
        this.knowledge = knowledge;
        this.dispatching = dispatching;
        this.events = events;
        this.clock = clock;
    }

    Outcome<Submission, SubmitRefusal> submit(Citizen who, String draftId, String submitToken) {
        return Ids.parse(draftId)
                .flatMap(id -> drafts.find(who.account(), id, DraftStore.Purpose.CHANGE))
                .filter(draft -> draft.submitToken().equals(submitToken))
                .map(draft -> handIn(who, draft))
                .orElseGet(() -> handedInBefore(who, submitToken));
    }

    /** The button was pressed twice: whoever came second waited for the draft's lock, and now finds what the first made. */
    private Outcome<Submission, SubmitRefusal> handedInBefore(Citizen who, String submitToken) {
        return submissions
                .findByToken(who.account(), submitToken)
                .<Outcome<Submission, SubmitRefusal>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new SubmitRefusal.NoSuchDraft()));
    }

    private Outcome<Submission, SubmitRefusal> handIn(Citizen who, Draft draft) {
        var pack = catalogue.packByHash(draft.pack().contentHash());
        return draft.correction()
                .map(notice -> resubmit(who, pack, draft, notice.receipt()))
                .orElseGet(() -> submitFirst(who, pack, draft));
    }

    private Outcome<Submission, SubmitRefusal> submitFirst(Citizen who, Pack pack, Draft draft) {
        var waived = knowledge.waived(who, pack.form(), draft.answers());
        var ready = ready(pack, draft, draft.materials(), waived.materials());
        if (!ready.isReady()) {
            return Outcome.refused(new SubmitRefusal.NotComplete(ready.problems(), ready.missing()));
        }
        var filled = asked(pack, draft, without(waived.materials(), draft.materials()));
        return dispatching.organisation(pack.dispatch(), filled.answers()).map(place -> {
            var now = now();
            var receipt = ReceiptNumber.of(
                    place.division().substring(0, 6),
                    Year.from(now.atZone(WorkingCalendar.ZONE)),
                    submissions.nextNumber());
            var round = new Round(receipt, 1, Ids.next(now).toString(), place);
            var submission = submission(pack, draft, filled, round, draft.materials(), now);
            store(draft, submission);
            knowledge.handedIn(who, pack, submission, waived);
            events.publishEvent(new Submitted(
                    receipt,
                    submission.caseId(),
                    submission.pack(),
                    submission.applicant(),
                    place,
                    submission.title(),
                    filled.answers(),
                    reception(who, draft),
                    now));
            return submission;
        });
    }

    private Outcome<Submission, SubmitRefusal> resubmit(Citizen who, Pack pack, Draft draft, ReceiptNumber receipt) {
        var last = submissions.findLast(receipt).orElseThrow();
        var materials = merged(last.materials(), draft.materials());
        var waived = knowledge.waived(who, pack.form(), draft.answers());
        var ready = ready(pack, draft, materials, waived.materials());
        if (!ready.isReady()) {
            return Outcome.refused(new SubmitRefusal.NotComplete(ready.problems(), ready.missing()));
        }
        var now = now();
        var filled = asked(pack, draft, without(waived.materials(), materials));
        var round = new Round(receipt, last.round() + 1, last.caseId(), last.organisation());
        var submission = submission(pack, draft, filled, round, materials, now);
        store(draft, submission);
        knowledge.handedIn(who, pack, submission, waived);
        events.publishEvent(
                new Resubmitted(receipt, last.caseId(), last.applicant(), submission.round(), filled.answers(), now));
        return Outcome.done(submission);
    }

    public Readiness readiness(Citizen who, Draft draft) {
        var pack = catalogue.packByHash(draft.pack().contentHash());
        var waived = knowledge.waived(who, pack.form(), draft.answers());
        knowledge.filledIn(who, pack, draft, waived, dispatching.likely(pack.dispatch(), draft.answers()));
        var materials = draft.correction()
                .flatMap(notice -> submissions.findLast(notice.receipt()))
                .map(last -> merged(last.materials(), draft.materials()))
                .orElse(draft.materials());
        return ready(pack, draft, materials, waived.materials());
    }

    private static Readiness ready(Pack pack, Draft draft, List<Material> materials, Set<String> waived) {
        var attached = materials.stream().map(Material::materialId).collect(Collectors.toSet());
        var missing = Forms.askedMaterials(pack.form(), draft.answers()).stream()
                .filter(ask -> ask.isRequired() && !attached.contains(ask.id()) && !waived.contains(ask.id()))
                .toList();
        return new Readiness(Forms.check(pack.form(), pack.schema(), draft.answers()), missing, waived);
    }

    /** New files take the place of those handed in before as the same material. */
    private static List<Material> merged(List<Material> before, List<Material> added) {
        var replaced = added.stream().map(Material::materialId).collect(Collectors.toSet());
        var merged = new ArrayList<>(before.stream()
                .filter(material -> !replaced.contains(material.materialId()))
                .toList());
        merged.addAll(added);
        return merged;
    }

    /** Only what is asked is handed in; what the applicant wrote and then made unasked stays behind. */
    private static Filled asked(Pack pack, Draft draft, Set<String> waived) {
        var answers = Forms.asked(pack.form(), draft.answers());
        return new Filled(
                answers, draft.filled().provenance().stillTrueOf(answers).waiving(waived));
    }

    /** What was handed in all the same was not waived. */
    private static Set<String> without(Set<String> waived, List<Material> materials) {
        var left = new TreeSet<>(waived);
        materials.forEach(material -> left.remove(material.materialId()));
        return left;
    }

    /** Which round of which matter this is. */
    private record Round(ReceiptNumber receipt, int number, String caseId, Place place) {}

    private static Submission submission(
            Pack pack, Draft draft, Filled filled, Round round, List<Material> materials, Instant now) {
        return new Submission(
                round.receipt(),
                round.number(),
                round.caseId(),
                draft.pack(),
                draft.owner(),
                round.place(),
                Titles.of(pack, filled.answers()),
                filled,
                materials,
                ContentHash.of(round.receipt(), round.number(), filled.answers(), materials),
                now);
    }

    private static Optional<Reception> reception(Citizen who, Draft draft) {
        return who.assistance()
                .map(helper -> new Reception(helper.place(), helper.placeName(), helper.staff(), helper.clerk(), (int)
                        draft.materials().stream()
                                .filter(material -> material.scannedBy().isPresent())
                                .count()));
    }

    private void store(Draft draft, Submission submission) {
        submissions.insert(submission, draft.submitToken());
        drafts.handIn(UUID.fromString(draft.id()), submission.receipt());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
