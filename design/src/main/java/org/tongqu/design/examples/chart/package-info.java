/** Examples of the components in {@code design.chart}. */
@NullMarked
package org.tongqu.design.examples.chart;

import org.jspecify.annotations.NullMarked;
