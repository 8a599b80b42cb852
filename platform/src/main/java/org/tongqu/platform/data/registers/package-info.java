/**
 * The base registers: natural persons and legal persons, each with where it is known from and since when. What a decided
 * matter changes is written here in the same transaction, and announced, so that the golden record has it from the
 * same moment on.
 *
 * <p>In: filled register writes with their source. Out: records, prefilled answers, {@link
 * org.tongqu.platform.data.registers.RegisterChanged}. Knows fields and identifiers; knows no matter and no form.
 */
@ApplicationModule(
        id = "data.registers",
        displayName = "Registers",
        allowedDependencies = {"operate.store", "trust.identity", "trust.journal", "trust.seals"})
@NullMarked
package org.tongqu.platform.data.registers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
