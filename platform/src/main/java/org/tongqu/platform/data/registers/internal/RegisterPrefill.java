package org.tongqu.platform.data.registers.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tongqu.engines.forms.Prefill;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.registers.RegisterRecord;
import org.tongqu.platform.data.registers.Registers;

/** Answers a form from the registers. Made for one form: a record is read once, however many fields ask for it. */
public final class RegisterPrefill implements Prefill {

    private final BiFunction<String, String, Optional<RegisterRecord>> find;
    private final Map<String, Optional<RegisterRecord>> read = new HashMap<>();

    public RegisterPrefill(BiFunction<String, String, Optional<RegisterRecord>> find) {
        this.find = find;
    }

    @Override
    public Optional<Prefilled> find(String source, PrefillSubject subject) {
        var dot = source.indexOf('.');
        if (dot < 0 || !source.substring(0, dot).equals(register(subject.kind()))) {
            return Optional.empty();
        }
        return read.computeIfAbsent(
                        register(subject.kind()) + " " + subject.identifier(),
                        key -> find.apply(register(subject.kind()), subject.identifier()))
                .flatMap(record -> prefilled(record, source.substring(dot + 1), source));
    }

    private static String register(PrefillSubject.Kind kind) {
        return switch (kind) {
            case CITIZEN -> Registers.POPULATION;
            case ORGANISATION -> Registers.LEGAL_PERSON;
        };
    }

    private static Optional<Prefilled> prefilled(RegisterRecord record, String field, String source) {
        var value = record.fields().at(field);
        return value.isNothing()
                ? Optional.empty()
                : Optional.of(new Prefilled(
                        value,
                        source,
                        record.validFrom(),
                        record.caseId().map(decided -> Label.same(record.source()))));
    }
}
