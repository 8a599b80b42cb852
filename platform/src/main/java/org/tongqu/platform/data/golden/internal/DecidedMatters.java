package org.tongqu.platform.data.golden.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Register.RegisterSource;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.registers.RegisterChanged;

/**
 * Takes over what a matter decided as a source of its own, where the register says that matters speak for it. It is written
 * with the decision, as the last thing before it stands, so that the register's tally is held no longer than that takes.
 */
@Component
class DecidedMatters {

    private final RegisterBook book;
    private final Deliveries deliveries;

    DecidedMatters(RegisterBook book, Deliveries deliveries) {
        this.book = book;
        this.deliveries = deliveries;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(RegisterChanged changed) {
        changed.source()
                .caseId()
                .ifPresent(matter -> book.find(changed.written().register())
                        .ifPresent(register ->
                                register.findMatters().ifPresent(source -> take(register, source, matter, changed))));
    }

    private void take(Register register, RegisterSource source, String matter, RegisterChanged changed) {
        var from = changed.source();
        var decided = new Delivered(
                matter,
                changed.written().identifier(),
                from.validFrom(),
                fields(register, source, changed.written().fields()));
        deliveries.decided(register, source, from.by(), from.name(), decided);
    }

    /** What of it the register asks of matters, as the register calls it. */
    private static Map<String, String> fields(Register register, RegisterSource source, Datum.Fields written) {
        Map<String, String> fields = new LinkedHashMap<>();
        written.values()
                .keySet()
                .forEach(name -> register.findCalled(name)
                        .filter(attribute -> attribute.sources().contains(source.code()))
                        .ifPresent(attribute ->
                                text(attribute, written, name).ifPresent(text -> fields.put(attribute.name(), text))));
        return fields;
    }

    private static Optional<String> text(Attribute attribute, Datum written, String name) {
        return attribute.kind() == ValueKind.DATE
                ? written.date(name).map(Object::toString)
                : switch (written.at(name)) {
                    case Datum.Text(var value) -> Optional.of(value);
                    case Datum.Number(var value) -> Optional.of(value.toPlainString());
                    case Datum other -> Optional.empty();
                };
    }
}
