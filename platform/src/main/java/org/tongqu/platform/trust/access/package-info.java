/**
 * What somebody may see and do. A role has a reach (own organisation, it and those below it, everything) and may act or
 * only look; the scope that follows is a typed filter which every store takes.
 *
 * <p>In: {@link org.tongqu.platform.trust.identity.SignedIn}, roles declared by packs. Out: {@link
 * org.tongqu.platform.trust.access.Scope} and refusals. Knows roles and organisations; knows no business object.
 */
@ApplicationModule(
        id = "trust.access",
        displayName = "Access",
        allowedDependencies = {"trust.directory", "trust.identity", "trust.journal"})
@NullMarked
package org.tongqu.platform.trust.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
