package org.tongqu.platform.data.golden.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tongqu.engines.forms.Prefill;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.registers.Decided.Said;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.golden.GoldenRecord;

/**
 * Answers a form from the golden records that are keyed by the number of whom it asks about: of whatever any source ever
 * said something they alone are asked. Of a firm it tells what is
 * public alone: whoever knows its code may ask. Made for one form: a record is read once, however many fields ask for it.
 */
public final class GoldenPrefill implements Prefill {

    private final Function<String, Optional<Register>> registers;
    private final Find find;
    private final Prefill otherwise;
    private final Map<String, Optional<GoldenRecord>> read = new HashMap<>();

    /** How a record is found. */
    @FunctionalInterface
    public interface Find {
        Optional<GoldenRecord> record(Register register, String identifier);
    }

    /** @param otherwise is asked for that of which no golden record ever heard */
    public GoldenPrefill(Function<String, Optional<Register>> registers, Find find, Prefill otherwise) {
        this.registers = registers;
        this.find = find;
        this.otherwise = otherwise;
    }

    @Override
    public Optional<Prefilled> find(String source, PrefillSubject subject) {
        var dot = source.indexOf('.');
        var field = source.substring(dot + 1);
        var register = registers.apply(source.substring(0, Math.max(0, dot))).filter(one -> isKeyedBy(one, subject));
        var record = register.flatMap(one -> record(one, subject.identifier()));
        if (record.isEmpty() || !knows(register.orElseThrow(), record.get(), field)) {
            return otherwise.find(source, subject);
        }
        return prefilled(register.orElseThrow(), record.get(), field, subject)
                .map(said -> new Prefilled(said.value(), source, said.since(), said.teller()));
    }

    private static boolean knows(Register register, GoldenRecord record, String field) {
        return field.equals(register.identifier().name()) && !record.fields().isEmpty()
                || register.findCalled(field)
                        .filter(attribute -> record.hasHeardOf(attribute.name()))
                        .isPresent();
    }

    private static boolean isKeyedBy(Register register, PrefillSubject subject) {
        var kind = switch (subject.kind()) {
            case CITIZEN -> Concerned.Kind.PERSON;
            case ORGANISATION -> Concerned.Kind.FIRM;
        };
        return Concerned.of(register, subject.identifier(), attribute -> Optional.empty())
                .equals(List.of(new Concerned(kind, subject.identifier())));
    }

    private Optional<GoldenRecord> record(Register register, String identifier) {
        return read.computeIfAbsent(register.code() + " " + identifier, key -> find.record(register, identifier));
    }

    private record Known(Datum value, LocalDate since, Optional<Label> teller) {}

    private static Optional<Known> prefilled(
            Register register, GoldenRecord record, String field, PrefillSubject subject) {
        if (field.equals(register.identifier().name())) {
            return record.fields().values().stream()
                    .map(decided -> decided.chosen().since())
                    .max(LocalDate::compareTo)
                    .map(since -> new Known(Datum.of(record.identifier()), since, Optional.empty()));
        }
        return register.findCalled(field)
                .filter(attribute ->
                        subject.kind() == PrefillSubject.Kind.CITIZEN || attribute.sensitivity() == Sensitivity.PUBLIC)
                .flatMap(attribute -> Optional.ofNullable(record.fields().get(attribute.name()))
                        .map(decided -> known(register, record, attribute, decided.chosen())));
    }

    private static Known known(Register register, GoldenRecord record, Attribute attribute, Said said) {
        return new Known(
                value(attribute, said.fact().value()),
                said.since(),
                record.findMatter(said)
                        .map(matter -> Label.same(matter.what()))
                        .or(() -> register.findSource(said.source()).map(Register.RegisterSource::title)));
    }

    private static Datum value(Attribute attribute, String value) {
        return attribute.kind() == ValueKind.NUMBER ? Datum.of(new BigDecimal(value)) : Datum.of(value);
    }
}
