package org.tongqu.platform.data.registers;

import org.tongqu.kernel.data.Datum;

/**
 * What is to stand in a register. Fields that are not named keep what they were.
 *
 * @param register {@code population} or {@code legal-person}
 * @param identifier the citizen number, or the unified social credit code
 * @param fields by the register's own field names, e.g. {@code name}, {@code registeredCapital}
 */
public record RegisterEntry(String register, String identifier, Datum.Fields fields) {}
