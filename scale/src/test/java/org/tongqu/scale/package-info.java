@NullMarked
package org.tongqu.scale;

import org.jspecify.annotations.NullMarked;
