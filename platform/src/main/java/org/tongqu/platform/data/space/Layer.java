package org.tongqu.platform.data.space;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel.text.Label;

/**
 * Things that are shown together: of a register, or of one of its kinds. A collection, in the words of OGC API.
 *
 * @param kind the code that its things have; empty for all things of the register
 * @param sight who may see it
 */
public record Layer(Register register, Optional<String> kind, Label title, Sight sight) {

    /** As in addresses: {@code natural-space.road}. */
    public String id() {
        return register.code() + kind.map(code -> "." + code).orElse("");
    }

    public Label meaning() {
        return register.meaning();
    }

    /** What of its things somebody may know: attributes that are neither of a person nor a shape. */
    public List<Attribute> attributes(Sight sees) {
        return register.attributes().stream()
                .filter(attribute -> isTold(attribute, sees))
                .toList();
    }

    /** The attribute that says from which day its things are, as far as somebody may know it. */
    public Optional<Attribute> time(Sight sees) {
        return register.findMapped()
                .flatMap(Register.Place::time)
                .flatMap(register::findAttribute)
                .filter(attribute -> isTold(attribute, sees));
    }

    public static boolean isTold(Attribute attribute, Sight sees) {
        return attribute.kind() != Attribute.ValueKind.GEOMETRY && isTold(attribute.sensitivity(), sees);
    }

    /** Whether what is so sensitive is told to those who see so much. */
    public static boolean isTold(Sensitivity sensitivity, Sight sees) {
        return switch (sensitivity) {
            case PUBLIC -> true;
            case INTERNAL -> sees == Sight.OFFICER;
            case PERSONAL, SENSITIVE -> false;
        };
    }
}
