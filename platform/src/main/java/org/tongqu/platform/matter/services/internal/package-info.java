/** Keeps the content of packs and orders the catalogue. */
@NullMarked
package org.tongqu.platform.matter.services.internal;

import org.jspecify.annotations.NullMarked;
