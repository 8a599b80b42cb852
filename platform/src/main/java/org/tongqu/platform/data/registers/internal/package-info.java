/** The tables of the registers. */
@NullMarked
package org.tongqu.platform.data.registers.internal;

import org.jspecify.annotations.NullMarked;
