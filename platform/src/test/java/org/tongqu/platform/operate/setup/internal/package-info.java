@NullMarked
package org.tongqu.platform.operate.setup.internal;

import org.jspecify.annotations.NullMarked;
