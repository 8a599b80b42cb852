@NullMarked
package org.tongqu.platform;

import org.jspecify.annotations.NullMarked;
