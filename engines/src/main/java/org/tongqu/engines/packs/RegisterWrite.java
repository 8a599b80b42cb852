package org.tongqu.engines.packs;

import java.util.List;
import org.tongqu.kernel.text.Label;

/**
 * What a finished case writes into a base register.
 *
 * @param register   e.g. {@code legal-person}
 * @param identifier the fact that identifies the entity, e.g. {@code licence.number}
 * @param provenance what the register says of where it knows this from
 */
public record RegisterWrite(String id, String register, String identifier, Label provenance, List<Entry> entries) {

    public RegisterWrite {
        entries = List.copyOf(entries);
    }

    /** A field of the register and the fact that goes into it, taken over as it is. */
    public record Entry(String field, String from) {}
}
