package org.tongqu.platform.data.golden;

import java.util.UUID;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Register.Relation;

/**
 * A record that is related to another.
 *
 * @param relation as one of the two registers declares it
 * @param register of the related record
 */
public record Related(Relation relation, Way way, Register register, UUID entity, String identifier) {

    public enum Way {
        /** The record that is looked at names it. */
        NAMED,
        /** It names the record that is looked at. */
        NAMING
    }

    @Override
    public String toString() {
        return "Related[relation=" + relation.name() + ", register=" + register.code() + "]";
    }
}
