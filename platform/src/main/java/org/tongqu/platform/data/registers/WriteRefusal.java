package org.tongqu.platform.data.registers;

/** Why a register did not take an entry. Each is a mistake of whoever filled it, to be mended there. */
public sealed interface WriteRefusal {

    record UnknownRegister(String register) implements WriteRefusal {}

    /** The identifier's form or check digit is wrong. */
    record IdentifierUnfit(String register) implements WriteRefusal {}

    /** A new record needs it, and it was not given. */
    record FieldMissing(String field) implements WriteRefusal {}

    /** @param expected e.g. {@code date}, {@code number}, {@code division} */
    record FieldUnfit(String field, String expected) implements WriteRefusal {}
}
