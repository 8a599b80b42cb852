@NullMarked
package org.tongqu.platform.data.registers;

import org.jspecify.annotations.NullMarked;
