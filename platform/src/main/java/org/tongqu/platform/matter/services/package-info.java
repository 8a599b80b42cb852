/**
 * What can be asked of the government: the packs of the folder, read and checked at start, and every earlier content of
 * a pack under which a matter may still be open.
 *
 * <p>In: the folder of packs. Out: the catalogue, the guide of one service, a pack by its content. Knows nothing of
 * whoever asks.
 */
@ApplicationModule(
        id = "matter.services",
        displayName = "Services",
        allowedDependencies = {"operate.start", "trust.access", "trust.directory"})
@NullMarked
package org.tongqu.platform.matter.services;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
