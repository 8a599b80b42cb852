package org.tongqu.platform.data.use;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.YearWithoutData;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.use.Question.Due;
import org.tongqu.platform.data.use.internal.QuestionStore;
import org.tongqu.platform.operate.store.Decided;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Asking why one's data were looked at, and answering in time. */
@Service
public class Questions {

    private static final Set<String> ANSWERING = Set.of(Compiling.OFFICER, Compiling.CHIEF);

    private final QuestionStore store;
    private final Traces traces;
    private final Access access;
    private final Clocks clocks;
    private final Telling telling;
    private final TransactionTemplate transaction;

    Questions(
            QuestionStore store,
            Traces traces,
            Access access,
            Clocks clocks,
            Telling telling,
            TransactionTemplate transaction) {
        this.store = store;
        this.traces = traces;
        this.access = access;
        this.clocks = clocks;
        this.telling = telling;
        this.transaction = transaction;
    }

    /** Until when an answer is due. */
    @org.springframework.stereotype.Component
    record Clocks(UseLimits limits, Directory directory, Clock clock) {

        Instant now() {
            return clock.instant();
        }

        Optional<Due> due(Instant from) {
            var calendar = directory.calendar();
            return switch (limits.answer().dueAfter(from, calendar)) {
                case Outcome.Done<Instant, YearWithoutData>(var at) ->
                    limits.answer()
                            .dueDate(from, calendar)
                            .fold(day -> Optional.of(new Due(day, at)), unknown -> Optional.empty());
                case Outcome.Refused<Instant, YearWithoutData> unknown -> Optional.empty();
            };
        }
    }

    /** To whom it is told: the journal without the words, and whoever listens. */
    @org.springframework.stereotype.Component
    record Telling(Journal journal, ApplicationEventPublisher events) {

        void tell(Entry.Doer who, Question question, String deed, Instant now) {
            var entry = Entry.of(now, who, "use." + deed, new Entry.Subject("data-question", question.id()))
                    .with(Datum.empty()
                            .with("register", Datum.of(question.trace().of().register()))
                            .with("consumer", Datum.of(question.organisation()))
                            .with("call", Datum.of(question.trace().by().call())));
            var agreement = question.trace().under().agreement();
            journal.append(agreement.isEmpty() ? entry : entry.under(agreement));
            events.publishEvent(new QuestionMoved(question, deed, now));
        }
    }

    /** Asks the organisation of a use why it was; once about each. */
    public Outcome<Question, QuestionRefusal> ask(SignedIn.Citizen who, long trace, String words) {
        return decided(() -> {
            var found = traces.find(who, trace);
            if (found.isEmpty()) {
                return Outcome.refused(new QuestionRefusal.Gone());
            }
            if (found.get().question().isPresent()) {
                return Outcome.refused(
                        new QuestionRefusal.AskedBefore(found.get().question().get()));
            }
            if (words.isBlank()) {
                return Outcome.refused(new QuestionRefusal.WordsMissing());
            }
            var now = clocks.now();
            var asked = new Question(
                    store.nextId(now),
                    found.get(),
                    who.account(),
                    words.strip(),
                    now,
                    Optional.empty(),
                    clocks.due(now),
                    1);
            if (!store.insert(asked)) {
                return Outcome.refused(new QuestionRefusal.Gone());
            }
            telling.tell(who.doer(), asked, "ask", now);
            return Outcome.done(asked);
        });
    }

    /** The person's own. */
    @Transactional(readOnly = true)
    public Optional<Question> find(SignedIn.Citizen who, String id) {
        return store.find(id).filter(question -> question.account().equals(who.account()));
    }

    /** Those to organisations that the officer sees, the newest first. */
    @Transactional(readOnly = true)
    public List<Question> list(SignedIn.Officer who, String after, int limit) {
        return store.list(access.scope(who), after, limit);
    }

    @Transactional(readOnly = true)
    public Optional<Question> find(SignedIn.Officer who, String id) {
        var scope = access.scope(who);
        return store.find(id).filter(question -> scope.sees(question.organisation()));
    }

    /** Whether the officer answers for the organisation, which has not yet. */
    public boolean mayAnswer(SignedIn.Officer who, Question question) {
        return question.isOpen() && may(who, question) instanceof Outcome.Done;
    }

    private Outcome<SignedIn.Officer, AccessRefusal> may(SignedIn.Officer who, Question question) {
        return access.mayAct(who, question.organisation(), ANSWERING);
    }

    public Outcome<Question, QuestionRefusal> answer(SignedIn.Officer who, String id, String words) {
        return decided(() -> {
            var found = store.lock(id);
            if (found.isEmpty()) {
                return Outcome.refused(new QuestionRefusal.Gone());
            }
            if (may(who, found.get()) instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why)) {
                return Outcome.refused(new QuestionRefusal.MayNot(why));
            }
            if (!found.get().isOpen()) {
                return Outcome.refused(new QuestionRefusal.AnsweredBefore());
            }
            if (words.isBlank()) {
                return Outcome.refused(new QuestionRefusal.WordsMissing());
            }
            var now = clocks.now();
            var after = found.get().answered(words.strip(), now);
            store.answer(after, after.answer().orElseThrow(), who.staff());
            telling.tell(who.doer(), after, "answer", now);
            return Outcome.done(after);
        });
    }

    private Outcome<Question, QuestionRefusal> decided(Supplier<Outcome<Question, QuestionRefusal>> deed) {
        return Decided.in(transaction, deed);
    }
}
