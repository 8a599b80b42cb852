@NullMarked
package org.tongqu.engines;

import org.jspecify.annotations.NullMarked;
