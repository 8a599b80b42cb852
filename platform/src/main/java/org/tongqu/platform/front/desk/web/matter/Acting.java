package org.tongqu.platform.front.desk.web.matter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.engines.cases.Assignee;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.process.Appointment;
import org.tongqu.engines.cases.process.Charge;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.front.desk.web.matter.Attempt.Opinion;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.casework.Operation;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.Material;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** Turns what an officer pressed into a command, and what came of it into words. */
@Component
class Acting {

    private static final Set<String> DONE = Stream.concat(
                    Stream.of("claimed", "released", "transferred", "completed"),
                    Stream.of(Operation.Kind.values()).map(Operation.Kind::word))
            .collect(Collectors.toUnmodifiableSet());

    private final Casework casework;
    private final Intake intake;
    private final ServiceCatalogue catalogue;

    Acting(Casework casework, Intake intake, ServiceCatalogue catalogue) {
        this.casework = casework;
        this.intake = intake;
        this.catalogue = catalogue;
    }

    /** @param opinion what was written along, to be shown again when the act is refused */
    record Act(String caseId, CaseCommand command, Opinion opinion) {}

    record File(Material material, byte[] bytes) {}

    /** The case's id, or the attempt with the reason why nothing was done. */
    Outcome<String, Attempt> act(Texts texts, SignedIn.Officer officer, Act act) {
        return casework.act(officer, act.caseId(), act.command())
                .<Outcome<String, Attempt>>fold(
                        view -> Outcome.done(view.head().caseId()),
                        refusal -> Outcome.refused(new Attempt(
                                act.opinion(),
                                Optional.of(words(texts, officer, act).of(refusal)))));
    }

    private RefusalWords words(Texts texts, SignedIn.Officer officer, Act act) {
        var pack = casework.findCase(officer, act.caseId())
                .map(view -> catalogue.packByHash(view.head().pack().contentHash()));
        return new RefusalWords(
                texts,
                key -> pack.map(known -> said(texts, known, key)).orElse(key),
                performer -> pack.flatMap(known -> known.findRole(performer.replace("role:", "")))
                        .map(role -> Said.in(texts, role.label()))
                        .orElse(performer));
    }

    private static String said(Texts texts, Pack pack, String key) {
        return pack.texts().find(key).map(label -> Said.in(texts, label)).orElse(key);
    }

    static CaseCommand complete(String taskId, Opinion opinion) {
        Datum facts = opinion.day().isEmpty() ? new Datum.Fields(Map.of()) : Appointment.on(opinion.day());
        if (!opinion.fee().isEmpty()) {
            facts = facts.with(Charge.PATH, Charge.typed(opinion.fee()).at(Charge.PATH));
        }
        if (!opinion.fields().isEmpty() || !opinion.materials().isEmpty()) {
            facts = facts.with("correction.fields", items(opinion.fields()))
                    .with("correction.materials", items(opinion.materials()));
        }
        return new CaseCommand.Complete(
                taskId, opinion.outcome(), opinion.reason(), new Datum.Fields(facts.fields("")));
    }

    private static Datum items(List<String> names) {
        return new Datum.Items(names.stream().map(Datum::of).toList());
    }

    Optional<Assignee> colleague(SignedIn.Officer officer, String caseId, String taskId, String staffId) {
        return casework.findStory(officer, caseId).stream()
                .flatMap(story -> story.tasks().stream())
                .filter(task -> task.taskId().equals(taskId))
                .flatMap(task -> casework.candidates(task).stream())
                .filter(staff -> staff.id().equals(staffId))
                .findFirst()
                .map(staff -> new Assignee(staff.id(), staff.name()));
    }

    Optional<File> file(SignedIn.Officer officer, String caseId, String fileId) {
        return casework.findStory(officer, caseId).flatMap(story -> {
            var receipt = story.view().head().receipt();
            return intake.submissions(receipt).stream()
                    .flatMap(submission -> submission.materials().stream())
                    .filter(material -> material.id().equals(fileId) && story.shows(material.materialId()))
                    .findFirst()
                    .flatMap(material -> intake.content(receipt, fileId).map(bytes -> new File(material, bytes)));
        });
    }

    /** The word about what was just done; an address somebody made up says nothing. */
    Attempt told(Texts texts, String done, String to) {
        return DONE.contains(done)
                ? Attempt.told(NoticeBanner.success(texts.say("desk.case.done." + done, to))
                        .saying(texts.say("desk.case.done.text")))
                : Attempt.NONE;
    }
}
