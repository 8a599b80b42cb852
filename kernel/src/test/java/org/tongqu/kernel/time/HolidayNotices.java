package org.tongqu.kernel.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The holiday notices of 2025 and 2026, as the State Council published them. */
public final class HolidayNotices {

    private HolidayNotices() {}

    public static WorkingCalendar of2025And2026() {
        var days = new ArrayList<SpecialDay>();
        off(days, "元旦", "2025-01-01", 1);
        off(days, "春节", "2025-01-28", 8);
        off(days, "清明节", "2025-04-04", 3);
        off(days, "劳动节", "2025-05-01", 5);
        off(days, "端午节", "2025-05-31", 3);
        off(days, "国庆节、中秋节", "2025-10-01", 8);
        work(days, "春节", "2025-01-26", "2025-02-08");
        work(days, "劳动节", "2025-04-27");
        work(days, "国庆节、中秋节", "2025-09-28", "2025-10-11");
        off(days, "元旦", "2026-01-01", 3);
        off(days, "春节", "2026-02-15", 9);
        off(days, "清明节", "2026-04-04", 3);
        off(days, "劳动节", "2026-05-01", 5);
        off(days, "端午节", "2026-06-19", 3);
        off(days, "中秋节", "2026-09-25", 3);
        off(days, "国庆节", "2026-10-01", 7);
        work(days, "元旦", "2026-01-04");
        work(days, "春节", "2026-02-14", "2026-02-28");
        work(days, "劳动节", "2026-05-09");
        work(days, "国庆节", "2026-09-20", "2026-10-10");
        return WorkingCalendar.of("2025–2026", Set.of(2025, 2026), days);
    }

    private static void off(List<SpecialDay> days, String name, String first, int count) {
        for (int i = 0; i < count; i++) {
            days.add(new SpecialDay(LocalDate.parse(first).plusDays(i), SpecialDay.Kind.HOLIDAY, name));
        }
    }

    private static void work(List<SpecialDay> days, String name, String... dates) {
        for (var date : dates) {
            days.add(new SpecialDay(LocalDate.parse(date), SpecialDay.Kind.WORKDAY, name));
        }
    }
}
