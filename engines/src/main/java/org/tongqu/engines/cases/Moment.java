package org.tongqu.engines.cases;

import java.time.Instant;
import org.tongqu.kernel.time.WorkingCalendar;

/** When something is decided, and the calendar by which its deadlines are counted. */
public record Moment(Instant now, WorkingCalendar calendar) {}
