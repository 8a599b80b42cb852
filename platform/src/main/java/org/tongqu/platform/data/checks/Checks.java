package org.tongqu.platform.data.checks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.comparisons.CounterCheck;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.checks.CheckAnswer.Answered;
import org.tongqu.platform.data.checks.CheckAnswer.Said;
import org.tongqu.platform.data.checks.internal.Asking;
import org.tongqu.platform.data.checks.internal.CheckBook;
import org.tongqu.platform.data.checks.internal.Reading;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.use.CheckUse;
import org.tongqu.platform.data.use.Traces;
import org.tongqu.platform.operate.web.Buckets;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Checks at the counter, for those whose organisation gets the deliveries. An answer is shown once it stands in the journal. */
@Service
public class Checks {

    /** As often an officer may ask. */
    static final int PER_MINUTE = 20;

    private static final int OFFICERS = 10_000;

    private final CheckBook book;
    private final Asking asking;
    private final Access access;
    private final Writing writing;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Buckets paces = new Buckets(PER_MINUTE, OFFICERS);

    Checks(
            CheckBook book,
            Asking asking,
            Access access,
            Writing writing,
            TransactionTemplate transaction,
            Clock clock) {
        this.book = book;
        this.asking = asking;
        this.access = access;
        this.writing = writing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where it is written down that somebody asked. */
    @Component
    record Writing(Journal journal, Traces traces) {}

    /** Takes a check over; nothing when none of its flows is known here. */
    public Optional<PlannedCheck> declare(CounterCheck check) {
        return book.declare(check);
    }

    /** Those the officer may use. Answered from memory. */
    public List<PlannedCheck> all(SignedIn.Officer who) {
        return book.all().stream().filter(planned -> mayUse(who, planned)).toList();
    }

    public Optional<PlannedCheck> find(SignedIn.Officer who, String code) {
        return book.find(code).filter(planned -> mayUse(who, planned));
    }

    private boolean mayUse(SignedIn.Officer who, PlannedCheck planned) {
        return access.mayAct(who, planned.organisation(), planned.check().roles()) instanceof Outcome.Done;
    }

    /** Asks about the people of an application; it is in the journal, and a trace with each of them, before anything is shown. */
    public Outcome<CheckAnswer, CheckRefusal> ask(SignedIn.Officer who, PlannedCheck planned, Application typed) {
        if (!mayUse(who, planned)) {
            return Outcome.refused(new CheckRefusal.MayNot());
        }
        var reading = Reading.of(typed);
        if (!reading.faults().isEmpty()) {
            return Outcome.refused(new CheckRefusal.Wrong(reading.faults()));
        }
        if (!paces.take(who.account(), System.nanoTime())) {
            return Outcome.refused(new CheckRefusal.TooOften(PER_MINUTE));
        }
        var about = new Asking.About(reading.people(), typed.purpose().orElseThrow());
        var answer = new CheckAnswer(clock.instant(), reading.people(), asking.ask(who, planned, about));
        transaction.executeWithoutResult(
                status -> write(who, planned, new Written(typed.matter().strip(), about.purpose(), answer)));
        return Outcome.done(answer);
    }

    private record Written(String matter, Purpose purpose, CheckAnswer answer) {

        List<Answered> told() {
            return answer.answers().stream()
                    .filter(one -> one.said() instanceof Said.Told)
                    .toList();
        }

        List<Answered> untold() {
            return answer.answers().stream()
                    .filter(one -> one.said() instanceof Said.Untold)
                    .toList();
        }
    }

    private void write(SignedIn.Officer who, PlannedCheck planned, Written written) {
        writing.journal()
                .append(Entry.of(
                                written.answer().at(),
                                who.doer(),
                                "checks.ask",
                                new Entry.Subject("check", planned.code()))
                        .because(written.matter())
                        .with(Datum.empty()
                                .with("look-purpose", Datum.of(written.purpose().code()))
                                .with(
                                        "persons",
                                        Datum.of(written.answer().people().size()))
                                .with("questions", Datum.of(codes(written.told())))
                                .with("unanswered", Datum.of(codes(written.untold())))));
        if (!written.told().isEmpty()) {
            writing.traces().checked(use(who, planned, written));
        }
    }

    private static String codes(List<Answered> some) {
        return some.stream().map(one -> one.query().code()).collect(Collectors.joining(" "));
    }

    private static CheckUse use(SignedIn.Officer who, PlannedCheck planned, Written written) {
        var title = planned.check().words().title();
        var asked = written.told().stream().map(one -> one.query().title()).toList();
        return new CheckUse(
                planned.code(),
                new Label(
                        title.zh() + "（" + asked.stream().map(Label::zh).collect(Collectors.joining("、")) + "）",
                        title.en() + " (" + asked.stream().map(Label::en).collect(Collectors.joining(", ")) + ")"),
                who.organisation(),
                written.matter(),
                written.purpose(),
                written.answer().at(),
                written.answer().people().stream()
                        .map(person -> new Concerned(Concerned.Kind.PERSON, person.value()))
                        .toList());
    }
}
