package org.tongqu.engines.registers;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel.text.Label;

/**
 * What identifies a thing of a register.
 *
 * @param standard e.g. {@code GB 11643-1999}
 * @param others by which sources may name the same thing too, e.g. a passport or the number it had before; as sensitive
 *     as this one
 */
public record RegisterIdentifier(
        String name,
        Label title,
        IdentifierRule rule,
        Optional<String> standard,
        Sensitivity sensitivity,
        List<OtherIdentifier> others) {

    public RegisterIdentifier {
        others = List.copyOf(others);
    }

    /** Whether it is kept sealed. */
    public boolean isSealed() {
        return sensitivity == Sensitivity.SENSITIVE;
    }

    public RegisterIdentifier with(List<OtherIdentifier> more) {
        return new RegisterIdentifier(name, title, rule, standard, sensitivity, more);
    }

    public Optional<OtherIdentifier> findOther(String other) {
        return others.stream().filter(one -> one.name().equals(other)).findFirst();
    }

    /** What is wrong with a text that is to identify a thing, by whichever of its identifiers. */
    Optional<RecordFault.Kind> fault(String text) {
        var fault = rule.fault(text);
        return fault.isPresent() && beside(text).isPresent() ? Optional.empty() : fault;
    }

    /** Whether such a text cannot be this identifier itself. */
    public boolean isUnlike(String text) {
        return rule.fault(text).isPresent();
    }

    /** The identifier beside this one that such a text is; empty for a text that is this one. */
    public Optional<OtherIdentifier> beside(String text) {
        if (others.isEmpty() || rule.fault(text).isEmpty()) {
            return Optional.empty();
        }
        return others.stream()
                .filter(other -> other.use() == OtherIdentifier.Use.BESIDE
                        && other.rule().fault(text).isEmpty())
                .findFirst();
    }
}
