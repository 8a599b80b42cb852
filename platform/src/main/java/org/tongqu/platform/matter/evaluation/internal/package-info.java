@NullMarked
package org.tongqu.platform.matter.evaluation.internal;

import org.jspecify.annotations.NullMarked;
