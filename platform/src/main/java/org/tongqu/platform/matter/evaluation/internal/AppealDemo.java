package org.tongqu.platform.matter.evaluation.internal;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.evaluation.Appeal;
import org.tongqu.platform.matter.evaluation.AppealRefusal;
import org.tongqu.platform.matter.evaluation.Appeals;
import org.tongqu.platform.matter.evaluation.Evaluations;
import org.tongqu.platform.matter.evaluation.Measure;
import org.tongqu.platform.matter.evaluation.PeriodState;
import org.tongqu.platform.matter.evaluation.RowPage;
import org.tongqu.platform.matter.evaluation.Standing;
import org.tongqu.platform.matter.evaluation.Subject;
import org.tongqu.platform.matter.supervision.Orders;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.People;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.SignedIn;

/** Two appeals of the demo city once its past is frozen: one that supervision upheld, and one it has still to answer. */
@Component
public class AppealDemo {

    private static final Logger LOG = LoggerFactory.getLogger(AppealDemo.class);
    private static final String INDICATOR = "in-time";
    private static final int ROWS = 2;
    private static final int SUPERVISORS = 50;

    private final Appeals appeals;
    private final Evaluations evaluations;
    private final Directory directory;
    private final TextsBundle texts;
    private final boolean isWanted;

    AppealDemo(
            Appeals appeals,
            Evaluations evaluations,
            Directory directory,
            TextsBundle texts,
            Mode mode,
            Environment environment) {
        this.appeals = appeals;
        this.evaluations = evaluations;
        this.directory = directory;
        this.texts = texts;
        this.isWanted = mode == Mode.DEMO && environment.getProperty("tongqu.demo.load", Boolean.class, true);
    }

    @EventListener
    void on(PeriodsFrozen frozen) {
        var supervisor = supervisors().stream().findFirst();
        if (isWanted && supervisor.isPresent() && isFirst(supervisor.get())) {
            LOG.debug("{} periods were frozen, of which the latest month is appealed against", frozen.periods());
            evaluations.periods().stream()
                    .filter(state ->
                            state.frozen().isPresent() && state.period().kind() == Period.Kind.MONTH)
                    .findFirst()
                    .ifPresent(this::appeal);
        }
    }

    private boolean isFirst(SignedIn.Officer supervisor) {
        return appeals.list(supervisor, Optional.empty()).rows().isEmpty();
    }

    /** Whoever stands last and lost points by late matters appeals; the first appeal is upheld, the second stays open. */
    public List<Appeal> appeal(PeriodState state) {
        var raised = evaluations.ranking(state, SubjectKind.ORGANISATION).reversed().stream()
                .flatMap(standing -> appeal(state, standing).stream())
                .limit(2)
                .toList();
        raised.stream().findFirst().ifPresent(this::uphold);
        return raised;
    }

    private Optional<Appeal> appeal(PeriodState state, Standing standing) {
        var subject = new Subject(SubjectKind.ORGANISATION, standing.place().subject());
        return directory.holders(subject.id(), Orders.CHIEF).stream()
                .findFirst()
                .map(AppealDemo::signedIn)
                .flatMap(chief -> appeal(chief, state, subject));
    }

    private Optional<Appeal> appeal(SignedIn.Officer chief, PeriodState state, Subject subject) {
        var late = new RowPage.Asked(Measure.CASES_ENDED, Optional.of(Measure.CASES_IN_TIME));
        var rows = evaluations.rows(chief, state, subject, late, Optional.empty()).stream()
                .flatMap(page -> page.rows().stream())
                .limit(ROWS)
                .map(row -> new Appeal.Pick(late.measure(), row.key()))
                .toList();
        var about = new Appeal.About(state.period(), subject, INDICATOR);
        return switch (appeals.raise(chief, about, new Appeal.Wish(rows, say("reason")))) {
            case Outcome.Done<Appeal, AppealRefusal>(var appeal) -> Optional.of(appeal);
            case Outcome.Refused<Appeal, AppealRefusal> nothingLate -> Optional.empty();
        };
    }

    private void uphold(Appeal appeal) {
        supervisors().stream()
                .filter(someone ->
                        !someone.organisation().equals(appeal.raised().organisation()))
                .findFirst()
                .ifPresent(supervisor -> appeals.answer(supervisor, appeal.id(), Appeal.Verdict.UPHELD, say("answer"))
                        .orElseThrow());
    }

    private List<SignedIn.Officer> supervisors() {
        var filter = new People.Filter(Optional.empty(), Optional.of(Orders.SUPERVISOR), Optional.empty());
        return directory.people(filter, "", SUPERVISORS).rows().stream()
                .map(AppealDemo::signedIn)
                .toList();
    }

    private static SignedIn.Officer signedIn(Staff person) {
        return new SignedIn.Officer(
                "demo-" + person.id(), person.id(), person.name(), person.organisation(), person.roles());
    }

    private String say(String key) {
        return texts.in(Language.ZH).say("evaluation.appeal.demo." + key);
    }
}
