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
 * Answers a form from the golden records that are keyed by the number of whom it asks about. Of a firm it tells what is
 * public alone: whoever knows its code may ask. Made for one form: a record is read once, however many fields ask for it.
 */
public final class GoldenPrefill implements Prefill {

    /** What the registers of decided matters call the same. */
    private static final Map<String, String> ALSO = Map.of(
            "legalRepresentative", "representative",
            "registeredCapital", "capital",
            "industryClass", "industry",
            "bornOn", "birthDate");

    private final Function<String, Optional<Register>> registers;
    private final Find find;
    private final Map<String, Optional<GoldenRecord>> read = new HashMap<>();

    /** How a record is found. */
    @FunctionalInterface
    public interface Find {
        Optional<GoldenRecord> record(Register register, String identifier);
    }

    public GoldenPrefill(Function<String, Optional<Register>> registers, Find find) {
        this.registers = registers;
        this.find = find;
    }

    @Override
    public Optional<Prefilled> find(String source, PrefillSubject subject) {
        var dot = source.indexOf('.');
        var field = source.substring(dot + 1);
        return registers
                .apply(source.substring(0, Math.max(0, dot)))
                .filter(register -> isKeyedBy(register, subject))
                .flatMap(register -> record(register, subject.identifier())
                        .flatMap(record -> prefilled(register, record, field, subject)
                                .map(said -> new Prefilled(said.value(), source, said.since(), said.teller()))));
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
        return register.findAttribute(field)
                .or(() -> register.findAttribute(ALSO.getOrDefault(field, "")))
                .filter(attribute ->
                        subject.kind() == PrefillSubject.Kind.CITIZEN || attribute.sensitivity() == Sensitivity.PUBLIC)
                .flatMap(attribute -> Optional.ofNullable(record.fields().get(attribute.name()))
                        .map(decided -> known(register, attribute, decided.chosen())));
    }

    private static Known known(Register register, Attribute attribute, Said said) {
        return new Known(
                value(attribute, said.fact().value()),
                said.since(),
                register.findSource(said.source()).map(Register.RegisterSource::title));
    }

    private static Datum value(Attribute attribute, String value) {
        return attribute.kind() == ValueKind.NUMBER ? Datum.of(new BigDecimal(value)) : Datum.of(value);
    }
}
