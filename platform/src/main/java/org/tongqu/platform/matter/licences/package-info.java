/**
 * What was handed out: electronic licences that anybody may check by the code printed on them.
 *
 * <p>In: the service task that issues. Out: {@link org.tongqu.platform.matter.licences.Licence}, its public check and its
 * QR code. A licence is never changed after it was issued, only withdrawn.
 */
@ApplicationModule(
        id = "matter.licences",
        displayName = "Licences",
        allowedDependencies = {
            "matter.services",
            "trust.identity",
            "matter.intake",
            "matter.casework",
            "data.registers",
            "trust.directory",
            "trust.journal",
            "operate.start",
            "operate.store"
        })
@NullMarked
package org.tongqu.platform.matter.licences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
