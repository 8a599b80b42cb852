/**
 * What a changed pack would do before anybody applies it.
 *
 * <p>In: the pack as it is and as it would be. Out: every part that is new, changed or gone, with what deserves a second
 * look. Pure; cases that are open stay on their version and are counted by whoever knows them.
 */
@NullMarked
package org.tongqu.engines.packs.plan;

import org.jspecify.annotations.NullMarked;
