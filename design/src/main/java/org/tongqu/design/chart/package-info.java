/** Figures and drawings, drawn on the server as SVG with the same words beside them. */
@NullMarked
package org.tongqu.design.chart;

import org.jspecify.annotations.NullMarked;
