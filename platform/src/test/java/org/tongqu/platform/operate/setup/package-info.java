@NullMarked
package org.tongqu.platform.operate.setup;

import org.jspecify.annotations.NullMarked;
