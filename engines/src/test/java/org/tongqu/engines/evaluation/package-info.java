@NullMarked
package org.tongqu.engines.evaluation;

import org.jspecify.annotations.NullMarked;
