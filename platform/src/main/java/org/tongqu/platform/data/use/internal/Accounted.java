package org.tongqu.platform.data.use.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.interfaces.Admission;
import org.tongqu.platform.data.interfaces.CallRefusal;
import org.tongqu.platform.data.interfaces.Key;
import org.tongqu.platform.data.use.Caller;
import org.tongqu.platform.data.use.Reply;
import org.tongqu.platform.data.use.Use;
import org.tongqu.platform.data.use.UseLimits;
import org.tongqu.platform.data.use.UseRefusal;
import org.tongqu.platform.data.use.UseRefusal.Why;
import org.tongqu.platform.data.use.internal.UseGate.Open;

/** One use from the key to the answer: let through, worked out, written down, and only then told. */
@Component
public class Accounted {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Admission admission;
    private final UseGate gate;
    private final UseBook book;
    private final Clock clock;
    private final Semaphore room;

    Accounted(Admission admission, UseGate gate, UseBook book, UseLimits limits, Clock clock) {
        this.admission = admission;
        this.gate = gate;
        this.book = book;
        this.clock = clock;
        this.room = new Semaphore(limits.atOnce());
    }

    /** What an answer consists of before it is written down. */
    public record Answer(byte[] body, Set<String> fields, int records, List<Concerned> about) {

        @Override
        public String toString() {
            return "Answer[fields=" + fields + ", records=" + records + "]";
        }
    }

    /** What comes while all room is taken is refused before anything of it is kept. */
    public Outcome<Reply, UseRefusal> answer(
            Caller caller, Use.Kind kind, Function<Open, Outcome<Answer, UseRefusal>> work) {
        if (!room.tryAcquire()) {
            return Outcome.refused(new UseRefusal.Here(Why.BUSY, "", Optional.of(SOON)));
        }
        try {
            return accounted(caller, kind, work);
        } finally {
            room.release();
        }
    }

    /** What goes before an answer and tells nothing, where the caller is let through; whoever is not is told so by the answer. */
    public <T> Optional<T> before(Caller caller, Function<Open, T> work) {
        return admission.admit(caller.token(), caller.purpose()) instanceof Outcome.Done<Admission.Shown, ?>(var shown)
                        && gate.open(caller, shown) instanceof Outcome.Done<Open, ?>(var open)
                ? Optional.of(work.apply(open))
                : Optional.empty();
    }

    private Outcome<Reply, UseRefusal> accounted(
            Caller caller, Use.Kind kind, Function<Open, Outcome<Answer, UseRefusal>> work) {
        var began = new Began(UUID.randomUUID(), kind, caller, clock.instant(), System.nanoTime());
        return switch (admission.admit(caller.token(), caller.purpose())) {
            case Outcome.Refused<Admission.Shown, CallRefusal>(var why) ->
                Outcome.refused(new UseRefusal.AtTheGate(why));
            case Outcome.Done<Admission.Shown, CallRefusal>(var shown) ->
                switch (gate.open(caller, shown).then(work)) {
                    case Outcome.Refused<Answer, UseRefusal>(var why) -> {
                        book.isWritten(began.refused(shown.key(), why));
                        yield Outcome.refused(why);
                    }
                    case Outcome.Done<Answer, UseRefusal>(var answer) -> told(began, shown.key(), answer);
                };
        };
    }

    private Outcome<Reply, UseRefusal> told(Began began, Key key, Answer answer) {
        if (!book.isWritten(began.answered(key, answer))) {
            return Outcome.refused(new UseRefusal.Here(Why.NOT_WRITTEN, "", Optional.of(SOON)));
        }
        return Outcome.done(new Reply(began.id().toString(), key.under().agreement(), answer.body()));
    }

    /** A call from its first moment on. */
    private record Began(UUID id, Use.Kind kind, Caller caller, Instant at, long nanos) {

        Use refused(Key key, UseRefusal why) {
            return use(key, Optional.of(why.code()), Set.of(), List.of(), new Use.Size(0, 0, "", took()));
        }

        Use answered(Key key, Answer answer) {
            var size = new Use.Size(
                    answer.records(),
                    answer.body().length,
                    Digest.of(answer.body()).toString(),
                    took());
            return use(key, Optional.empty(), answer.fields(), answer.about(), size);
        }

        private Use use(Key key, Optional<String> refused, Set<String> fields, List<Concerned> about, Use.Size size) {
            var matter = refused.filter(Why.CASE_WRONG.code()::equals).isPresent() ? "" : caller.matter();
            return new Use(
                    id,
                    kind,
                    caller.register(),
                    new Use.By(key, caller.purpose(), matter),
                    at,
                    refused,
                    fields,
                    about,
                    size);
        }

        private Duration took() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }
    }
}
