/** Small files as people hand them in, whole and broken. */
@NullMarked
package org.tongqu.platform.matter.intake._support;

import org.jspecify.annotations.NullMarked;
