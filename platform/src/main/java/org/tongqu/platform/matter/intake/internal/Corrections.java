package org.tongqu.platform.matter.intake.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.forms.MaterialAsk;
import org.tongqu.platform.matter.intake.Correction;
import org.tongqu.platform.matter.intake.Draft;
import org.tongqu.platform.matter.intake.Submission;
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

    public void reopen(Correction notice) {
        var last = submissions.findLast(notice.receipt()).orElseThrow();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        drafts.insert(new Draft(
                Ids.next(now).toString(),
                last.applicant(),
                last.pack(),
                last.filled(),
                Set.of(),
                List.of(),
                Optional.of(whole(notice, last)),
                Ids.token(),
                now,
                now));
    }

    /** A notice that names nothing opens everything: the officer's words then say what is meant. */
    private Correction whole(Correction notice, Submission last) {
        if (!notice.fields().isEmpty() || !notice.materials().isEmpty()) {
            return notice;
        }
        var form = catalogue.packByHash(last.pack().contentHash()).form();
        Set<String> fields = new LinkedHashSet<>();
        for (var page : Forms.visiblePages(form, last.answers())) {
            fields.addAll(names(page));
        }
        var materials = form.materials().stream().map(MaterialAsk::id).toList();
        return new Correction(notice.receipt(), notice.caseId(), notice.words(), fields, Set.copyOf(materials));
    }

    private static List<String> names(FormPage page) {
        return page.group()
                .map(group -> List.of(group.name()))
                .orElseGet(
                        () -> page.fields().stream().map(field -> field.name()).toList());
    }
}
