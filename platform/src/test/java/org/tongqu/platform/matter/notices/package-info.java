@NullMarked
package org.tongqu.platform.matter.notices;

import org.jspecify.annotations.NullMarked;
