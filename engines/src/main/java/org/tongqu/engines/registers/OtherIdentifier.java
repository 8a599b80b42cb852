package org.tongqu.engines.registers;

import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * Another identifier by which a thing is known.
 *
 * @param rule of an earlier one that of the identifier itself
 * @param sources who may say that a thing has it
 */
public record OtherIdentifier(
        String name, Label title, IdentifierRule rule, Optional<String> standard, Use use, List<String> sources) {

    /** How it stands to the identifier of the register. */
    public enum Use {
        /** Borne at the same time, as a passport beside the citizen number. */
        BESIDE,
        /** What the identifier itself was before it changed. */
        FORMER
    }

    public OtherIdentifier {
        sources = List.copyOf(sources);
    }
}
