/** The parts of a call, each alone. */
@NullMarked
package org.tongqu.platform.data.interfaces.internal;

import org.jspecify.annotations.NullMarked;
