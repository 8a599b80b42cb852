package org.tongqu.platform.trust.directory;

import java.util.List;
import org.tongqu.kernel.time.WorkingCalendarTable;

/** Why a table of working days was not taken over. */
public sealed interface CalendarRefusal {

    record Unreadable(List<WorkingCalendarTable.Problem> problems) implements CalendarRefusal {}

    /** An edition is never altered, since deadlines name it; a correction needs a name of its own. */
    record EditionExists(String edition) implements CalendarRefusal {}
}
