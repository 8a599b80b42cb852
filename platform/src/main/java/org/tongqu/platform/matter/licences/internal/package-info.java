/** Fills and stores licences. */
@NullMarked
package org.tongqu.platform.matter.licences.internal;

import org.jspecify.annotations.NullMarked;
