/** Pages of comparisons. */
@NullMarked
package org.tongqu.platform.data.comparison.web;

import org.jspecify.annotations.NullMarked;
