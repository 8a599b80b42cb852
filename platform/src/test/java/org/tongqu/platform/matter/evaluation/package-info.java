@NullMarked
package org.tongqu.platform.matter.evaluation;

import org.jspecify.annotations.NullMarked;
