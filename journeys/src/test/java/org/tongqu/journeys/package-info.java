/** Whole journeys of people through the running platform, in a real browser. */
@NullMarked
package org.tongqu.journeys;

import org.jspecify.annotations.NullMarked;
