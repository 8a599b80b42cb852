@NullMarked
package org.tongqu.design.chart;

import org.jspecify.annotations.NullMarked;
