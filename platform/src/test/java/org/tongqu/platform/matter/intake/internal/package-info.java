@NullMarked
package org.tongqu.platform.matter.intake.internal;

import org.jspecify.annotations.NullMarked;
