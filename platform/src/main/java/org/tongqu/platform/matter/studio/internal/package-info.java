/** Checks what was sent, plays the cases, keeps what came of them. */
@NullMarked
package org.tongqu.platform.matter.studio.internal;

import org.jspecify.annotations.NullMarked;
