package org.tongqu.platform.matter.evaluation.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.engines.evaluation.Indicator;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;
import org.tongqu.platform.matter.evaluation.Appeal;
import org.tongqu.platform.matter.evaluation.EvaluationTerms;
import org.tongqu.platform.matter.supervision.Duties;
import org.tongqu.platform.matter.supervision.Duty;
import org.tongqu.platform.matter.supervision.Orders;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.People;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** What appeals owe and leave behind: their limits, the duty to answer, lines in the journal. */
@Component
public class AppealDeeds {

    private static final int SUPERVISORS = 200;

    private final EvaluationTerms terms;
    private final Duties duties;
    private final Directory directory;
    private final Journal journal;

    AppealDeeds(EvaluationTerms terms, Duties duties, Directory directory, Journal journal) {
        this.terms = terms;
        this.duties = duties;
        this.directory = directory;
        this.journal = journal;
    }

    /** The first instant at which an appeal is too late; nothing where the calendar does not reach, which costs nobody a right. */
    public Optional<Instant> appealUntil(Instant frozen) {
        return after(terms.appeal(), frozen);
    }

    public Optional<Instant> answerUntil(Instant raised) {
        return after(terms.answer(), raised);
    }

    private Optional<Instant> after(Limit limit, Instant from) {
        return limit.dueAfter(from, directory.calendar()).found();
    }

    public void raised(Appeal appeal, Indicator indicator, int rows) {
        var raised = appeal.raised();
        appeal.dueAt()
                .ifPresent(due -> answering(raised.organisation())
                        .ifPresent(office -> duties.begin(new Duty(
                                duty(appeal),
                                "appeal",
                                appeal.id(),
                                indicator.said().label().zh(),
                                new Duty.Owed(office, ""),
                                "/desk/evaluation/appeals/" + appeal.id(),
                                new Duty.Term(raised.at(), due)))));
        journal.append(Entry.of(
                        raised.at(),
                        new Entry.Doer(raised.by(), raised.name()),
                        "evaluation.appeal",
                        new Entry.Subject("evaluation-appeal", appeal.id()))
                .because(raised.reason())
                .with(told(appeal).with("rows", Datum.of(rows))));
    }

    public void answered(Appeal appeal, Appeal.Answer answer) {
        duties.end(duty(appeal), answer.at());
        var verb = switch (answer.verdict()) {
            case UPHELD -> "evaluation.uphold";
            case DISMISSED -> "evaluation.dismiss";
        };
        journal.append(Entry.of(
                        answer.at(),
                        new Entry.Doer(answer.by(), answer.name()),
                        verb,
                        new Entry.Subject("evaluation-appeal", appeal.id()))
                .because(answer.words())
                .with(told(appeal)));
    }

    private static Datum told(Appeal appeal) {
        var about = appeal.about();
        return Datum.empty()
                .with("period", Datum.of(about.period().id()))
                .with("scored", Datum.of(about.subject().id()))
                .with("indicator", Datum.of(about.indicator()));
    }

    /** Whose supervisors answer: those nearest above, else of the same place, else any, but never the organisation itself. */
    private Optional<String> answering(String appellant) {
        var filter = new People.Filter(Optional.empty(), Optional.of(Orders.SUPERVISOR), Optional.empty());
        var division = directory.findOrganisation(appellant).map(Organisation::division);
        var above = directory.findOrganisation(appellant).flatMap(Organisation::parent);
        return directory.people(filter, "", SUPERVISORS).rows().stream()
                .map(Staff::organisation)
                .distinct()
                .filter(office -> !office.equals(appellant))
                .min(Comparator.comparing((String office) -> !above.equals(Optional.of(office)))
                        .thenComparing(office -> !division.equals(
                                directory.findOrganisation(office).map(Organisation::division)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String duty(Appeal appeal) {
        return Duty.named("appeal " + appeal.id());
    }
}
