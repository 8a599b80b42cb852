package org.tongqu.platform.matter.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.intake.internal.Corrections;
import org.tongqu.platform.matter.intake.internal.DraftStore;
import org.tongqu.platform.matter.intake.internal.Filling;
import org.tongqu.platform.matter.intake.internal.HandingIn;
import org.tongqu.platform.matter.intake.internal.SubmissionStore;
import org.tongqu.platform.matter.intake.internal.Uploads;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** The verbs of intake. A draft is there for its owner and for nobody else, whatever else they may know of it. */
@Service
public class Intake {

    private final ServiceCatalogue catalogue;
    private final DraftStore drafts;
    private final SubmissionStore submissions;
    private final Filling filling;
    private final Uploads uploads;
    private final HandingIn handingIn;
    private final Corrections corrections;

    Intake(
            ServiceCatalogue catalogue,
            DraftStore drafts,
            SubmissionStore submissions,
            Filling filling,
            Uploads uploads,
            HandingIn handingIn,
            Corrections corrections) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.submissions = submissions;
        this.filling = filling;
        this.uploads = uploads;
        this.handingIn = handingIn;
        this.corrections = corrections;
    }

    /** Begins an application; what the registers know of this person is filled in. */
    public Outcome<Draft, StartRefusal> start(Citizen who, String packId) {
        return filling.start(who, packId);
    }

    /** The person's drafts, the one saved last first. */
    @Transactional(readOnly = true)
    public List<DraftSummary> drafts(Citizen who) {
        return drafts.ofOwner(who.account()).stream()
                .map(draft -> new DraftSummary(
                        draft.id(),
                        draft.pack().id(),
                        catalogue.packByHash(draft.pack().contentHash()).title(),
                        draft.savedPages().size(),
                        draft.correction().map(Correction::receipt),
                        draft.savedAt()))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Draft> findDraft(Citizen who, String draftId) {
        return id(draftId).flatMap(id -> drafts.find(who.account(), id, DraftStore.Purpose.LOOK));
    }

    /** The draft that answers the correction notice of this matter, while it waits for the applicant. */
    @Transactional(readOnly = true)
    public Optional<Draft> findCorrection(Citizen who, ReceiptNumber receipt) {
        return drafts.idOfCorrection(who.account(), receipt)
                .flatMap(id -> drafts.find(who.account(), id, DraftStore.Purpose.LOOK));
    }

    /** Takes over what was posted for a page. Unasked fields are left out and written down in the journal. */
    public Outcome<Saved, SaveRefusal> save(Citizen who, String draftId, String pageId, Map<String, String[]> posted) {
        return filling.save(who, draftId, pageId, posted);
    }

    /**
     * Takes over the whole form at once. Names are full paths, {@code shareholders.0.name}; a page of which nothing was
     * posted stays as it was, and what no page asks is left out and written down in the journal.
     */
    public Outcome<Draft, SaveRefusal> saveAll(Citizen who, String draftId, Map<String, String[]> posted) {
        return filling.saveAll(who, draftId, posted);
    }

    /**
     * Takes over what was posted for one row of a page that asks the same of several.
     *
     * @param number from 0; the number of rows for a new one
     */
    public Outcome<Saved, SaveRefusal> saveRow(
            Citizen who, String draftId, String pageId, int number, Map<String, String[]> posted) {
        return filling.saveRow(who, draftId, new Filling.RowAt(pageId, number), posted);
    }

    public Outcome<Saved, SaveRefusal> removeRow(Citizen who, String draftId, String pageId, int number) {
        return filling.removeRow(who, draftId, new Filling.RowAt(pageId, number));
    }

    /** Takes a file over after looking into it. */
    public Outcome<Material, FileRefusal> attach(Citizen who, String draftId, Upload upload) {
        return attachAll(who, draftId, List.of(upload)).getFirst();
    }

    /** Takes over each file that is as it should be; one answer for each, in the same order. */
    public List<Outcome<Material, FileRefusal>> attachAll(Citizen who, String draftId, List<Upload> sent) {
        return uploads.attach(who, draftId, sent);
    }

    /** Takes a file away again; false when there was none. */
    public boolean detach(Citizen who, String draftId, String fileId) {
        return uploads.detach(who, draftId, fileId);
    }

    /** The bytes of a file of one's own, handed in or not. */
    @Transactional(readOnly = true)
    public Optional<byte[]> content(Citizen who, String fileId) {
        return id(fileId).flatMap(file -> drafts.content(file, who.account()));
    }

    /** The bytes of a file handed in. Whoever asks has been found to be allowed to see the case. */
    @Transactional(readOnly = true)
    public Optional<byte[]> content(ReceiptNumber receipt, String fileId) {
        return id(fileId).flatMap(file -> drafts.content(file, receipt));
    }

    /** Throws the draft with its files away. A correction cannot be discarded, only answered or left to lapse. */
    public boolean discard(Citizen who, String draftId) {
        return filling.discard(who, draftId);
    }

    /** What is still to be done before it can be handed in. */
    public Readiness readiness(Citizen who, Draft draft) {
        return handingIn.readiness(who, draft);
    }

    /**
     * Hands the draft in, or answers the correction notice it was opened for. Asking twice with the same token, even at
     * the same moment, gives the same receipt.
     */
    public Outcome<Submission, SubmitRefusal> submit(Citizen who, String draftId, String submitToken) {
        return handingIn.submit(who, draftId, submitToken);
    }

    /** All rounds of what was handed in under the receipt. Whoever asks has been found to be allowed to see the case. */
    @Transactional(readOnly = true)
    public List<Submission> submissions(ReceiptNumber receipt) {
        return submissions.rounds(receipt);
    }

    /**
     * Opens the application again for what the notice names, besides what an earlier one opened that was not answered yet.
     * In the transaction of the officer's act.
     *
     * @param part of the form that is asked for from now on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reopen(Correction notice, Optional<String> part) {
        corrections.reopen(notice, part);
    }

    /** The notice is answered or has lapsed: what was filled in for it is thrown away. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closeCorrection(ReceiptNumber receipt) {
        drafts.deleteCorrection(receipt);
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
