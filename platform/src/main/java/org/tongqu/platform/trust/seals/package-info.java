/**
 * Keeps the keys with which sensitive fields are sealed at rest, and hands out a cipher per field.
 *
 * <p>In: a key file. Out: {@link org.tongqu.kernel.proof.FieldCipher}. In the demo the key file is made at the first
 * start; in production it must be named, must be readable by its owner alone, and must not be the demo's. Knows no field.
 */
@ApplicationModule(
        id = "trust.seals",
        displayName = "Seals",
        allowedDependencies = {"operate.start"})
@NullMarked
package org.tongqu.platform.trust.seals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
