package org.tongqu.engines.registers;

import java.util.Optional;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel.text.Label;

/**
 * What identifies a thing of a register.
 *
 * @param standard e.g. {@code GB 11643-1999}
 */
public record RegisterIdentifier(
        String name, Label title, IdentifierRule rule, Optional<String> standard, Sensitivity sensitivity) {

    /** Whether it is kept sealed. */
    public boolean isSealed() {
        return sensitivity == Sensitivity.SENSITIVE;
    }
}
