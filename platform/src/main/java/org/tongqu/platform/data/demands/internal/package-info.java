@NullMarked
package org.tongqu.platform.data.demands.internal;

import org.jspecify.annotations.NullMarked;
