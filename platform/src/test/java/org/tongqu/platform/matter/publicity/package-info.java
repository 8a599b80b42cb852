@NullMarked
package org.tongqu.platform.matter.publicity;

import org.jspecify.annotations.NullMarked;
