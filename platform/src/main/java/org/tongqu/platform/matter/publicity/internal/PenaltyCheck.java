package org.tongqu.platform.matter.publicity.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform.matter.publicity.Penalty;
import org.tongqu.platform.matter.publicity.Penalty.Sort;
import org.tongqu.platform.matter.publicity.Penalty.Subject;
import org.tongqu.platform.matter.publicity.PenaltyRefusal;

/** Checks what was typed of a decision, and masks what is personal in it. */
public final class PenaltyCheck {

    private static final String MISSING = "missing";
    private static final BigDecimal MOST = new BigDecimal("100000000");

    private final Penalty.Decided typed;
    private final Optional<Penalty.Decided> before;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private PenaltyCheck(Penalty.Decided typed, Optional<Penalty.Decided> before) {
        this.typed = typed;
        this.before = before;
    }

    /**
     * The decision as it may be kept.
     *
     * @param before what is to be corrected: what is masked there may be left as it is
     */
    public static Outcome<Penalty.Decided, PenaltyRefusal> of(
            Penalty.Decided typed, Optional<Penalty.Decided> before, LocalDate today) {
        var check = new PenaltyCheck(typed, before);
        check.day(today);
        var subject = check.subject();
        check.words();
        check.ruling();
        return check.wrong.isEmpty()
                ? Outcome.done(new Penalty.Decided(
                        typed.number(),
                        typed.on(),
                        subject,
                        typed.deed(),
                        typed.ruling(),
                        before.map(Penalty.Decided::also).orElseGet(typed::also)))
                : Outcome.refused(new PenaltyRefusal.Wrong(check.wrong));
    }

    private void day(LocalDate today) {
        if (typed.on().isAfter(today)) {
            wrong.put("on", "future");
        }
        if (before.isPresent() && !before.get().on().equals(typed.on())) {
            wrong.put("on", "fixed");
        }
    }

    private Subject subject() {
        var subject = typed.subject();
        given("name", subject.name());
        given("code", subject.code());
        var known = before.map(Penalty.Decided::subject).filter(old -> old.kind() == subject.kind());
        var name = subject.kind() == Subject.Kind.PERSON
                ? masked("name", subject.name(), known.map(Subject::name))
                : subject.name();
        var representative = subject.representative().isEmpty()
                ? ""
                : masked("representative", subject.representative(), known.map(Subject::representative));
        return new Subject(subject.kind(), name, code(subject, known.map(Subject::code)), representative);
    }

    private String masked(String field, String name, Optional<String> known) {
        if (known.equals(Optional.of(name))) {
            return name;
        }
        return switch (PersonName.parse(name)) {
            case Outcome.Done<PersonName, PersonName.Refusal>(var person) -> person.masked();
            case Outcome.Refused<PersonName, PersonName.Refusal> refused -> {
                wrong.putIfAbsent(field, "person");
                yield name;
            }
        };
    }

    private String code(Subject subject, Optional<String> known) {
        var code = subject.code();
        if (code.isEmpty() || known.equals(Optional.of(code))) {
            return code;
        }
        var read = subject.kind() == Subject.Kind.PERSON
                ? CitizenNumber.parse(code).fold(number -> Optional.of(number.masked()), no -> Optional.<String>empty())
                : UnifiedSocialCreditCode.parse(code)
                        .fold(parsed -> Optional.of(parsed.value()), no -> Optional.<String>empty());
        if (read.isEmpty()) {
            wrong.put("code", subject.kind() == Subject.Kind.PERSON ? "citizen" : "credit");
        }
        return read.orElse(code);
    }

    private void words() {
        given("number", typed.number());
        given("violation", typed.deed().violation());
        given("facts", typed.deed().facts());
        given("basis", typed.deed().basis());
        given("content", typed.ruling().content());
    }

    private void given(String field, String value) {
        if (value.isBlank()) {
            wrong.put(field, MISSING);
        }
    }

    private void ruling() {
        var ruling = typed.ruling();
        if (ruling.sorts().isEmpty()) {
            wrong.put("sorts", MISSING);
        }
        if (ruling.sorts().contains(Sort.FINE) && ruling.fine().isEmpty()) {
            wrong.put("fine", MISSING);
        }
        amount("fine", ruling.fine());
        amount("confiscated", ruling.confiscated());
    }

    private void amount(String field, Optional<BigDecimal> amount) {
        if (amount.isPresent() && (amount.get().signum() <= 0 || amount.get().compareTo(MOST) > 0)) {
            wrong.put(field, "amount");
        }
    }
}
