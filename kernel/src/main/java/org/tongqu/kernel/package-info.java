@NullMarked
package org.tongqu.kernel;

import org.jspecify.annotations.NullMarked;
