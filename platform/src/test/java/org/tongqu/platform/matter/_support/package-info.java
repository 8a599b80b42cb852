/** A town with an office, officers and citizens, in which matters are handled for real. */
@NullMarked
package org.tongqu.platform.matter._support;

import org.jspecify.annotations.NullMarked;
