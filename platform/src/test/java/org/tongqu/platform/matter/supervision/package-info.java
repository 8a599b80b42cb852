@NullMarked
package org.tongqu.platform.matter.supervision;

import org.jspecify.annotations.NullMarked;
