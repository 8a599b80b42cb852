@NullMarked
package org.tongqu.platform.data.space.internal;

import org.jspecify.annotations.NullMarked;
