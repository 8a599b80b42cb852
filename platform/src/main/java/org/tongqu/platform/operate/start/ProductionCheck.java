package org.tongqu.platform.operate.start;

import java.util.Optional;

/**
 * One thing that must not be so in production: a demo account, a demo key, a store that anybody may read. All beans
 * of this kind are asked before the first request is served in {@link Mode#PRODUCTION}; one objection is enough not
 * to start, and all of them are printed.
 */
@FunctionalInterface
public interface ProductionCheck {

    /** The reason not to start, as one sentence that names the thing and says how to remove it. */
    Optional<String> objection();
}
