package org.tongqu.platform.data.use;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.golden.StoredRecords;
import org.tongqu.platform.data.golden.StoredRecords.Stored;
import org.tongqu.platform.data.use.UseRefusal.Why;
import org.tongqu.platform.data.use.internal.Accounted;
import org.tongqu.platform.data.use.internal.Accounted.Answer;
import org.tongqu.platform.data.use.internal.UseGate;
import org.tongqu.platform.data.use.internal.UseGate.Open;

/** Verifying what a system was told against a register. Each use is written down, with a trace for whom it is about, first. */
@Service
public class Verification {

    private final Accounted accounted;
    private final StoredRecords records;
    private final UseLimits limits;

    Verification(Accounted accounted, StoredRecords records, UseLimits limits) {
        this.accounted = accounted;
        this.records = records;
        this.limits = limits;
    }

    /** Says of each claim, field by field, whether the register says the same; never what it says. */
    public Outcome<Reply, UseRefusal> verify(Caller caller, List<Claim> claims) {
        return accounted.answer(caller, Use.Kind.VERIFICATION, open -> verified(open, claims));
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
            about.addAll(records.concerned(open.register(), identifier, stored));
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

    private static byte[] body(List<Datum> records) {
        return Datum.empty()
                .with("records", Datum.of(records))
                .with("count", Datum.of(records.size()))
                .canonical()
                .getBytes(UTF_8);
    }
}
