/**
 * Who is acting. Citizens and officers come in by doors of their own, prove who they are, and are known by a session
 * until they leave, stay away or stayed too long.
 *
 * <p>In: a name and a password; a registration. Out: {@link org.tongqu.platform.trust.identity.SignedIn}, the principal
 * of every request. Knows accounts and sessions; knows nothing of what the person may do.
 */
@ApplicationModule(
        id = "trust.identity",
        displayName = "Identity",
        allowedDependencies = {
            "operate.start",
            "operate.store",
            "operate.web",
            "trust.directory",
            "trust.journal",
            "trust.seals"
        })
@NullMarked
package org.tongqu.platform.trust.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
