@NullMarked
package org.tongqu.platform.matter.past.internal;

import org.jspecify.annotations.NullMarked;
