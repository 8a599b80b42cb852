/** The pages of statistics: for everybody, and for the office that releases them. */
@NullMarked
package org.tongqu.platform.data.statistics.web;

import org.jspecify.annotations.NullMarked;
