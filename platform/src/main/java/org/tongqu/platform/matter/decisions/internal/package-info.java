/** Numbers and stores decisions and publications. */
@NullMarked
package org.tongqu.platform.matter.decisions.internal;

import org.jspecify.annotations.NullMarked;
