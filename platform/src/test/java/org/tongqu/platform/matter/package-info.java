@NullMarked
package org.tongqu.platform.matter;

import org.jspecify.annotations.NullMarked;
