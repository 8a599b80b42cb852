package org.tongqu.platform.data.comparison.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.platform.data.comparison.Comparisons;
import org.tongqu.platform.operate.demo.DemoTable;

/** What statistics, finance and tax deliver into the macro-economic register: some indicators of each quarter. */
final class Indicators {

    private static final int FIRST_YEAR = 2022;
    private static final int LAST_YEAR = 2025;
    private static final int QUARTERS = 4;
    private static final int MONTHS = 3;
    private static final int GROWTH = 17;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final String CITY = "999900";

    private Indicators() {}

    /** All of those whose identifiers begin so. */
    static List<Delivered> of(String prefix) {
        List<Delivered> records = new ArrayList<>();
        for (var row : DemoTable.rows(Comparisons.class, "indicators.csv")) {
            if (row.get(0).equals(prefix)) {
                quarters(row, records);
            }
        }
        return records;
    }

    private static void quarters(List<String> row, List<Delivered> records) {
        for (int turn = 0; turn < (LAST_YEAR - FIRST_YEAR + 1) * QUARTERS; turn++) {
            var year = FIRST_YEAR + turn / QUARTERS;
            var period = year + "Q" + (turn % QUARTERS + 1);
            var value = new BigDecimal(row.get(4))
                    .multiply(BigDecimal.valueOf(1000L + GROWTH * turn))
                    .divide(THOUSAND, 1, RoundingMode.HALF_UP);
            var code = row.get(0) + row.get(1) + "-" + period;
            records.add(new Delivered(
                    code,
                    code,
                    LocalDate.of(year, turn % QUARTERS * MONTHS + 1, 1).plusMonths(MONTHS),
                    Map.of(
                            "indicator",
                            row.get(2),
                            "period",
                            period,
                            "value",
                            value.toPlainString(),
                            "unit",
                            row.get(3),
                            "division",
                            CITY,
                            "stage",
                            "final")));
        }
    }
}
