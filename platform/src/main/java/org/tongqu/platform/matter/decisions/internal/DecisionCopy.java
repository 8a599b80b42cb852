package org.tongqu.platform.matter.decisions.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongqu.engines.packs.Publication;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.CaseInHand;
import org.tongqu.platform.matter.decisions.Decision;
import org.tongqu.platform.matter.decisions.DecisionLoad;
import org.tongqu.platform.operate.store.CopyStream;

/** Copies decisions and public lists into their tables. */
@Component
public class DecisionCopy {

    private final CopyStream copy;
    private final PublishAction publishing;

    DecisionCopy(CopyStream copy, PublishAction publishing) {
        this.copy = copy;
        this.publishing = publishing;
    }

    public static String number(Label organisation, int year, int running) {
        return DecisionRecorder.number(organisation, year, running);
    }

    public static Datum.Fields facts(String number) {
        return PublishAction.facts(number);
    }

    public Decision decision(CaseInHand inHand, String number) {
        return DecisionRecorder.decision(inHand.head(), inHand.pack(), inHand.lastDecision(), number);
    }

    public DecisionLoad.Line line(CaseInHand inHand, Publication list, String number, UUID id) {
        var line = publishing.line(inHand, list, number, id);
        return new DecisionLoad.Line(line.published(), line.caseId(), line.result());
    }

    public void load(List<DecisionLoad.Made> decisions) {
        try (var rows = copy.into("decisions.decision (case_id, task_id, number, receipt, pack_id, organisation,"
                + " outcome, reason, basis, decided_by, decided_by_name, decided_at)")) {
            decisions.forEach(made -> put(rows, made));
            rows.finish();
        }
        try (var rows = copy.into("decisions.publication (id, list, case_id, title, result, fields, organisation,"
                + " division, published_at, words)")) {
            decisions.forEach(made -> made.lines().forEach(line -> put(rows, line)));
            rows.finish();
        }
    }

    public void numbersUsed(List<DecisionLoad.Used> series) {
        try (var rows = copy.into("decisions.number_series (series, year, last)")) {
            series.forEach(used -> rows.text(used.organisation())
                    .number(used.year())
                    .number(used.last())
                    .end());
            rows.finish();
        }
    }

    private static void put(CopyStream.Rows rows, DecisionLoad.Made made) {
        var decision = made.decision();
        rows.text(decision.caseId())
                .text(made.taskId())
                .text(decision.number())
                .text(decision.receipt().value())
                .text(decision.packId())
                .text(decision.organisation())
                .text(decision.outcome())
                .text(decision.grounds().reason())
                .text(decision.grounds().basis())
                .text(decision.by().staff())
                .text(decision.by().name())
                .moment(decision.at())
                .end();
    }

    private static void put(CopyStream.Rows rows, DecisionLoad.Line line) {
        var published = line.published();
        rows.text(published.id())
                .text(published.list())
                .text(line.caseId())
                .text(published.title())
                .text(line.result())
                .text(PublicationStore.fields(published).canonical())
                .text(published.organisation())
                .text(published.division())
                .moment(published.at())
                .text(PublicationStore.words(published))
                .end();
    }
}
