package org.tongqu.platform.matter.intake.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.engines.forms.Form;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.forms.MaterialAsk;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.intake.Correction;
import org.tongqu.platform.matter.intake.Draft;
import org.tongqu.platform.matter.services.ServiceCatalogue;

/** Opens what was handed in again, for what a correction notice names. */
@Component
public class Corrections {

    private final ServiceCatalogue catalogue;
    private final DraftStore drafts;
    private final SubmissionStore submissions;
    private final Clock clock;

    Corrections(ServiceCatalogue catalogue, DraftStore drafts, SubmissionStore submissions, Clock clock) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.submissions = submissions;
        this.clock = clock;
    }

    public void reopen(Correction notice, Optional<String> part) {
        var last = submissions.findLast(notice.receipt()).orElseThrow();
        var open = drafts.idOfCorrection(last.applicant().account(), notice.receipt())
                .flatMap(id -> drafts.find(last.applicant().account(), id, DraftStore.Purpose.CHANGE));
        var form = catalogue.packByHash(last.pack().contentHash()).form();
        var filled = open.map(Draft::filled).orElseGet(last::filled);
        if (part.isPresent()) {
            filled = new Draft.Filled(Forms.begin(part.get(), filled.answers()), filled.provenance());
        }
        var whole = whole(notice, part, form, filled.answers());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        drafts.insert(new Draft(
                Ids.next(now).toString(),
                last.applicant(),
                last.pack(),
                filled,
                open.map(Draft::savedPages).orElse(Set.of()),
                List.of(),
                Optional.of(open.flatMap(Draft::correction)
                        .map(before -> before.and(whole))
                        .orElse(whole)),
                Ids.token(),
                now,
                now));
    }

    /** A notice that names nothing opens everything, or the part that begins: the officer's words say what is meant. */
    private static Correction whole(Correction notice, Optional<String> part, Form form, Datum.Fields answers) {
        if (!notice.fields().isEmpty() || !notice.materials().isEmpty()) {
            return notice;
        }
        Set<String> fields = new LinkedHashSet<>();
        Set<String> materials = new LinkedHashSet<>();
        var pages = part.isPresent() ? form.pages() : Forms.visiblePages(form, answers);
        for (var page : pages) {
            if (part.isEmpty() || page.part().equals(part)) {
                fields.addAll(names(page));
            }
        }
        for (var page : form.pages()) {
            if (part.isEmpty() || page.part().equals(part)) {
                page.materials().stream().map(MaterialAsk::id).forEach(materials::add);
            }
        }
        return new Correction(notice.receipt(), notice.caseId(), notice.words(), fields, materials);
    }

    private static List<String> names(FormPage page) {
        return page.group()
                .map(group -> List.of(group.name()))
                .orElseGet(
                        () -> page.fields().stream().map(field -> field.name()).toList());
    }
}
