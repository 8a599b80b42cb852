package org.tongqu.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendarTable.Fault;
import org.tongqu.kernel.time.WorkingCalendarTable.Problem;

class WorkingCalendarTableTest {

    @Test
    void whatIsPrintedReadsBackTheSame() {
        var calendar = HolidayNotices.of2025And2026();

        assertThat(WorkingCalendarTable.parse(calendar.print())).isEqualTo(Outcome.done(calendar));
        assertThat(calendar.print())
                .startsWith("#edition 2025–2026\n#years 2025 2026\ndate,kind,name\n2025-01-01,holiday,元旦\n");
    }

    @Test
    void remarksBlankLinesAndAByteOrderMarkAreNoMatter() {
        var table = "\ufeff#edition e\r\n# typed in by hand\r\n#years 2026\r\n\r\n 2026-01-01 , holiday , 元旦 \r\n";

        assertThat(WorkingCalendarTable.parse(table).orElseThrow().days())
                .containsExactly(new SpecialDay(LocalDate.of(2026, 1, 1), SpecialDay.Kind.HOLIDAY, "元旦"));
    }

    @Test
    void everyWrongLineIsNamedWithItsNumber() {
        var table = """
                #years 2026 26
                2026-02-30,holiday,春节
                2026-10-01,day off,国庆节
                2026-10-02,holiday
                2026-10-03,holiday,
                2026-10-05,holiday,国庆节
                2026-10-05,holiday,国庆节
                2026-10-09,workday,国庆节
                2027-01-01,holiday,元旦
                """;

        assertThat(WorkingCalendarTable.parse(table))
                .isEqualTo(Outcome.refused(List.of(
                        new Problem(0, new Fault.NoEdition()),
                        new Problem(1, new Fault.NotAYear("26")),
                        new Problem(2, new Fault.NotADate("2026-02-30")),
                        new Problem(3, new Fault.UnknownKind("day off")),
                        new Problem(4, new Fault.NotThreeColumns(2)),
                        new Problem(5, new Fault.NameMissing()),
                        new Problem(7, new Fault.NamedTwice(LocalDate.of(2026, 10, 5), 6)),
                        new Problem(8, new Fault.AlreadyAWorkingDay(LocalDate.of(2026, 10, 9))),
                        new Problem(9, new Fault.OutsideTheYears(2027)))));
    }

    @Test
    void anEmptyTableIsNotACalendarWithoutHolidays() {
        assertThat(WorkingCalendarTable.parse(""))
                .isEqualTo(Outcome.refused(
                        List.of(new Problem(0, new Fault.NoEdition()), new Problem(0, new Fault.NoYears()))));
    }
}
