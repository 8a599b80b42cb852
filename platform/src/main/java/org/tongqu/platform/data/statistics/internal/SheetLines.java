package org.tongqu.platform.data.statistics.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tongqu.design.TextsBundle;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.engines.statistics.IndicatorBook;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.statistics.StatisticsRefusal;
import org.tongqu.platform.data.statistics.StatisticsRefusal.Fault;
import org.tongqu.platform.data.statistics.internal.FigureStore.Given;
import org.tongqu.platform.data.statistics.internal.FigureStore.Key;
import org.tongqu.platform.operate.sheets.SheetRow;

/** Reads a table of figures: a heading in any order, then a line for each figure. A line without a value says nothing. */
public final class SheetLines {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");
    private static final List<SheetColumn> NEEDED =
            List.of(SheetColumn.INDICATOR, SheetColumn.REGION, SheetColumn.PERIOD, SheetColumn.VALUE);
    private static final int LONGEST_REASON = 500;

    private final Against against;
    private final Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Key, Integer> rows = new HashMap<>();
    private final List<Given> given = new ArrayList<>();

    private SheetLines(Against against) {
        this.against = against;
    }

    /**
     * What a table is held against.
     *
     * @param regions that the indicators of this kind of office have figures of
     * @param kind of the office that hands it in
     * @param today no period that has not ended by then has figures
     */
    public record Against(
            TextsBundle texts,
            IndicatorBook book,
            String kind,
            Function<Indicator, List<String>> regions,
            LocalDate today) {}

    /**
     * What a table says.
     *
     * @param rows where each figure stands
     * @param reasons the column in which it is said why a released figure changes; empty where there is none
     */
    public record Lines(List<Given> given, Map<Key, Integer> rows, String reasons) {

        /** The figures that are to follow a released one that says something else, without a word why. */
        public List<Fault> unexplained(Map<Key, BigDecimal> released) {
            return given.stream()
                    .filter(row -> row.reason().isEmpty())
                    .filter(row -> Optional.ofNullable(released.get(row.key()))
                            .filter(before -> before.compareTo(row.value()) != 0)
                            .isPresent())
                    .map(row -> new Fault(
                            rows.getOrDefault(row.key(), 1),
                            reasons,
                            "reason-missing",
                            String.valueOf(released.get(row.key()))))
                    .toList();
        }
    }

    /** All figures, or all that is wrong with the table. */
    public static Outcome<Lines, StatisticsRefusal> read(List<SheetRow> lines, Against against) {
        var reading = new SheetLines(against);
        if (lines.isEmpty() || !reading.heading(lines.getFirst())) {
            reading.faults.addFirst(
                    new Fault(lines.isEmpty() ? 1 : lines.getFirst().number(), "", "no-heading", ""));
        } else {
            lines.stream().skip(1).forEach(reading::line);
            if (reading.given.isEmpty() && reading.faults.isEmpty()) {
                reading.faults.add(new Fault(1, "", "no-values", ""));
            }
        }
        return reading.faults.isEmpty()
                ? Outcome.done(new Lines(reading.given, reading.rows, reading.letter(SheetColumn.REASON)))
                : Outcome.refused(StatisticsRefusal.faulty(reading.faults));
    }

    private boolean heading(SheetRow row) {
        for (int place = 0; place < row.cells().size(); place++) {
            int at = place;
            var name = row.cell(place);
            if (name.isEmpty()) {
                continue;
            }
            var column = SheetColumn.of(against.texts(), name);
            if (column.isEmpty()) {
                faults.add(new Fault(row.number(), SheetRow.letters(at), "unknown-column", name));
            } else if (columns.putIfAbsent(column.get(), at) != null) {
                faults.add(new Fault(row.number(), SheetRow.letters(at), "column-twice", name));
            }
        }
        return columns.keySet().containsAll(NEEDED);
    }

    private String letter(SheetColumn column) {
        var place = columns.get(column);
        return place == null ? "" : SheetRow.letters(place);
    }

    private String cell(SheetRow row, SheetColumn column) {
        var place = columns.get(column);
        return place == null ? "" : row.cell(place);
    }

    private void line(SheetRow row) {
        if (cell(row, SheetColumn.VALUE).isEmpty() && !isFormula(row)) {
            return;
        }
        var indicator = indicator(row);
        var value = value(row, indicator);
        var reason = cell(row, SheetColumn.REASON);
        if (reason.length() > LONGEST_REASON) {
            wrong(row, SheetColumn.REASON, "reason-long");
        }
        if (indicator.isEmpty()) {
            return;
        }
        var region = region(row, indicator.get());
        var period = period(row, indicator.get());
        if (value.isPresent() && region.isPresent() && period.isPresent()) {
            var key = new Key(indicator.get().code(), region.get(), period.get().from());
            var before = rows.putIfAbsent(key, row.number());
            if (before != null) {
                faults.add(new Fault(row.number(), "", "twice", String.valueOf(before)));
            }
            given.add(new Given(key.indicator(), key.region(), key.period(), value.get(), reason));
        }
    }

    private boolean isFormula(SheetRow row) {
        var place = columns.get(SheetColumn.VALUE);
        return place != null && row.formulas().contains(place);
    }

    private void wrong(SheetRow row, SheetColumn column, String kind) {
        faults.add(new Fault(row.number(), letter(column), kind, cell(row, column)));
    }

    private Optional<Indicator> indicator(SheetRow row) {
        var known = against.book().find(cell(row, SheetColumn.INDICATOR));
        if (known.isEmpty()) {
            wrong(row, SheetColumn.INDICATOR, "unknown-indicator");
        } else if (known.get().isDerived()) {
            wrong(row, SheetColumn.INDICATOR, "derived");
            return Optional.empty();
        } else if (!known.get().keeping().office().equals(against.kind())) {
            wrong(row, SheetColumn.INDICATOR, "other-office");
            return Optional.empty();
        }
        return known;
    }

    private Optional<BigDecimal> value(SheetRow row, Optional<Indicator> indicator) {
        var text = cell(row, SheetColumn.VALUE).replace(",", "");
        if (!NUMBER.matcher(text).matches()) {
            wrong(row, SheetColumn.VALUE, "no-number");
            return Optional.empty();
        }
        var value = new BigDecimal(text);
        int decimals = indicator.map(known -> known.shape().decimals()).orElse(value.scale());
        if (value.stripTrailingZeros().scale() > decimals) {
            wrong(row, SheetColumn.VALUE, "decimals");
            return Optional.empty();
        }
        return Optional.of(value.setScale(decimals, java.math.RoundingMode.UNNECESSARY));
    }

    private Optional<String> region(SheetRow row, Indicator indicator) {
        var code = cell(row, SheetColumn.REGION);
        if (against.regions().apply(indicator).contains(code)) {
            return Optional.of(code);
        }
        wrong(row, SheetColumn.REGION, "unknown-region");
        return Optional.empty();
    }

    private Optional<Period> period(SheetRow row, Indicator indicator) {
        var period = Period.parse(cell(row, SheetColumn.PERIOD));
        if (period.isEmpty()) {
            wrong(row, SheetColumn.PERIOD, "no-period");
        } else if (period.get().kind() != indicator.shape().every()) {
            wrong(row, SheetColumn.PERIOD, "other-period");
            return Optional.empty();
        } else if (period.get().until().isAfter(against.today())) {
            wrong(row, SheetColumn.PERIOD, "not-ended");
            return Optional.empty();
        }
        return period;
    }
}
