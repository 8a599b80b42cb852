/** Keeps halls, appointments and tickets. */
@NullMarked
package org.tongqu.platform.matter.hall.internal;

import org.jspecify.annotations.NullMarked;
