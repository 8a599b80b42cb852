/** The calendar of working days: which years are known, and the import of the next. */
@NullMarked
package org.tongqu.platform.front.desk.web.calendar;

import org.jspecify.annotations.NullMarked;
