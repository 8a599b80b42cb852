package org.tongqu.platform.matter.intake.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.forms.MaterialAsk;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.intake.ContentType;
import org.tongqu.platform.matter.intake.Draft;
import org.tongqu.platform.matter.intake.FileRefusal;
import org.tongqu.platform.matter.intake.Material;
import org.tongqu.platform.matter.intake.Upload;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.identity.Assistance;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Takes files into drafts after looking into them. */
@Component
public class Uploads {

    private static final long MEGABYTE = 1024 * 1024;

    private final ServiceCatalogue catalogue;
    private final DraftStore drafts;
    private final Clock clock;

    Uploads(ServiceCatalogue catalogue, DraftStore drafts, Clock clock) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** One answer for each file, in the same order; those that are as they should be are stored in one statement. */
    @Transactional
    public List<Outcome<Material, FileRefusal>> attach(Citizen who, String draftId, List<Upload> sent) {
        var draft = find(who, draftId);
        if (draft.isEmpty()) {
            return sent.stream()
                    .map(upload -> Outcome.<Material, FileRefusal>refused(new FileRefusal.NoSuchDraft()))
                    .toList();
        }
        var answers = new ArrayList<Outcome<Material, FileRefusal>>();
        var taken = new ArrayList<DraftStore.Attached>();
        for (var upload : sent) {
            long already = taken.stream()
                    .filter(file -> file.material().materialId().equals(upload.materialId()))
                    .count();
            var answer = take(who, draft.get(), upload, already);
            if (answer instanceof Outcome.Done<Material, FileRefusal>(var material)) {
                taken.add(new DraftStore.Attached(material, upload.content()));
            }
            answers.add(answer);
        }
        if (!taken.isEmpty()) {
            drafts.attach(UUID.fromString(draft.get().id()), who.account(), taken);
        }
        return answers;
    }

    private Outcome<Material, FileRefusal> take(Citizen who, Draft draft, Upload upload, long already) {
        var ask = ask(draft, upload.materialId());
        if (ask.isEmpty()) {
            return Outcome.refused(new FileRefusal.NoSuchMaterial(upload.materialId()));
        }
        if (draft.materials(upload.materialId()).size() + already >= ask.get().maxFiles()) {
            return Outcome.refused(new FileRefusal.TooManyFiles(ask.get().maxFiles()));
        }
        var accepted = ask.get().accept().stream()
                .flatMap(name -> ContentType.fromName(name).stream())
                .distinct()
                .toList();
        return FileCheck.check(
                        upload.fileName(), upload.content(), accepted, ask.get().maxMegabytes() * MEGABYTE)
                .map(type -> material(who, upload, type));
    }

    @Transactional
    public boolean detach(Citizen who, String draftId, String fileId) {
        var draft = find(who, draftId).map(found -> UUID.fromString(found.id()));
        var file = Ids.parse(fileId);
        return draft.isPresent() && file.isPresent() && drafts.detach(draft.get(), file.get());
    }

    private Optional<Draft> find(Citizen who, String draftId) {
        return Ids.parse(draftId).flatMap(id -> drafts.find(who.account(), id, DraftStore.Purpose.CHANGE));
    }

    private Optional<MaterialAsk> ask(Draft draft, String materialId) {
        if (draft.correction().isPresent()
                && !draft.correction().get().materials().contains(materialId)) {
            return Optional.empty();
        }
        var form = catalogue.packByHash(draft.pack().contentHash()).form();
        return Forms.askedMaterials(form, draft.answers()).stream()
                .filter(ask -> ask.id().equals(materialId))
                .findFirst();
    }

    private Material material(Citizen who, Upload upload, ContentType type) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Material(
                Ids.next(now).toString(),
                upload.materialId(),
                FileNames.clean(upload.fileName(), type),
                type,
                upload.content().length,
                sha256(upload.content()),
                now,
                who.assistance().map(Assistance::clerk));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one does not", missing);
        }
    }
}
