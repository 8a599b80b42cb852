@NullMarked
package org.tongqu.platform.operate.demo.internal;

import org.jspecify.annotations.NullMarked;
