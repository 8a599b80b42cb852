package org.tongqu.platform.data.use;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.golden.StoredRecords;
import org.tongqu.platform.data.golden.StoredRecords.Stored;
import org.tongqu.platform.data.interfaces.Admission;
import org.tongqu.platform.data.interfaces.CallRefusal;
import org.tongqu.platform.data.interfaces.Key;
import org.tongqu.platform.data.use.UseRefusal.Why;
import org.tongqu.platform.data.use.internal.UseBook;
import org.tongqu.platform.data.use.internal.UseGate;
import org.tongqu.platform.data.use.internal.UseGate.Open;

/** Uses of registers by systems under agreements. Each is written down, with a trace for whom it is about, before it is answered. */
@Service
public class RegisterUse {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Admission admission;
    private final UseGate gate;
    private final StoredRecords records;
    private final UseBook book;
    private final UseLimits limits;
    private final Clock clock;

    RegisterUse(Admission admission, UseGate gate, StoredRecords records, UseBook book, UseLimits limits, Clock clock) {
        this.admission = admission;
        this.gate = gate;
        this.records = records;
        this.book = book;
        this.limits = limits;
        this.clock = clock;
    }

    /** What an answer consists of before it is written down. */
    private record Answer(Datum body, Set<String> fields, int records, List<Concerned> about) {}

    /** Says of each claim, field by field, whether the register says the same; never what it says. */
    public Outcome<Reply, UseRefusal> verify(Caller caller, List<Claim> claims) {
        return answer(caller, Use.Kind.VERIFICATION, open -> verified(open, claims));
    }

    private Outcome<Answer, UseRefusal> verified(Open open, List<Claim> claims) {
        var refusal = refusal(open, claims);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var fields = new TreeSet<String>();
        List<Datum> answers = new ArrayList<>();
        List<Concerned> about = new ArrayList<>();
        for (var claim : claims) {
            fields.addAll(claim.fields().keySet());
            var identifier = claim.identifier().strip();
            var stored = records.find(open.register(), identifier);
            answers.add(
                    new Datum.Fields(Map.of("answers", new Datum.Fields(verdicts(open.register(), stored, claim)))));
            about.addAll(stored.map(records::concerned)
                    .orElseGet(() -> Concerned.of(open.register(), identifier, attribute -> Optional.empty())));
        }
        return Outcome.done(new Answer(body(answers), fields, claims.size(), about));
    }

    private Map<String, Datum> verdicts(Register register, Optional<Stored> stored, Claim claim) {
        Map<String, Datum> verdicts = new LinkedHashMap<>();
        claim.fields().forEach((name, claimed) -> {
            var said = stored.flatMap(
                    record -> records.says(record, register.findAttribute(name).orElseThrow(), claimed.strip()));
            var verdict = said.map(is -> is ? Verdict.MATCH : Verdict.NO_MATCH).orElse(Verdict.UNKNOWN);
            verdicts.put(name, Datum.of(verdict.code()));
        });
        return verdicts;
    }

    private Optional<UseRefusal> refusal(Open open, List<Claim> claims) {
        if (claims.isEmpty()) {
            return Optional.of(UseRefusal.Here.of(Why.RECORDS_NONE, ""));
        }
        if (claims.size() > limits.records()) {
            return Optional.of(UseRefusal.Here.of(Why.RECORDS_TOO_MANY, String.valueOf(limits.records())));
        }
        var asked = new TreeSet<String>();
        for (int number = 0; number < claims.size(); number++) {
            var claim = claims.get(number);
            if (claim.identifier().isBlank()) {
                return Optional.of(UseRefusal.Here.of(Why.IDENTIFIER_MISSING, String.valueOf(number + 1)));
            }
            if (claim.fields().isEmpty()) {
                return Optional.of(UseRefusal.Here.of(Why.CLAIMS_MISSING, String.valueOf(number + 1)));
            }
            asked.addAll(claim.fields().keySet());
        }
        var identifier = open.register().identifier().name();
        if (asked.contains(identifier)) {
            return Optional.of(UseRefusal.Here.of(Why.FIELD_UNKNOWN, identifier));
        }
        return UseGate.verifiable(open, List.of(identifier)).or(() -> UseGate.verifiable(open, asked));
    }

    private static Datum body(List<Datum> records) {
        return Datum.empty().with("records", Datum.of(records)).with("count", Datum.of(records.size()));
    }

    private Outcome<Reply, UseRefusal> answer(
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
        var body = answer.body().canonical().getBytes(UTF_8);
        if (!book.isWritten(began.answered(key, answer, body))) {
            return Outcome.refused(new UseRefusal.Here(Why.NOT_WRITTEN, "", Optional.of(SOON)));
        }
        return Outcome.done(new Reply(began.id().toString(), key.under().agreement(), body));
    }

    /** A call from its first moment on. */
    private record Began(UUID id, Use.Kind kind, Caller caller, Instant at, long nanos) {

        Use refused(Key key, UseRefusal why) {
            return use(key, Optional.of(why.code()), Set.of(), List.of(), new Use.Size(0, 0, "", took()));
        }

        Use answered(Key key, Answer answer, byte[] body) {
            var size =
                    new Use.Size(answer.records(), body.length, Digest.of(body).toString(), took());
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
