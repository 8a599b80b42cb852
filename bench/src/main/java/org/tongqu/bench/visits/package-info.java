/** Browsers that no person sits at: pages asked for and forms sent at a pace, and how long each took. */
@NullMarked
package org.tongqu.bench.visits;

import org.jspecify.annotations.NullMarked;
