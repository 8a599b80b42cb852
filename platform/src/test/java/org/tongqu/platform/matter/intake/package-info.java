@NullMarked
package org.tongqu.platform.matter.intake;

import org.jspecify.annotations.NullMarked;
