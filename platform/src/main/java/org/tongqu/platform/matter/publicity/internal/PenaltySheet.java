package org.tongqu.platform.matter.publicity.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.publicity.Penalty;
import org.tongqu.platform.matter.publicity.Penalty.Severity;
import org.tongqu.platform.matter.publicity.Penalty.Subject;
import org.tongqu.platform.matter.publicity.PenaltyRefusal;
import org.tongqu.platform.matter.publicity.PublicityTerms;
import org.tongqu.platform.matter.publicity.TakeRefusal.Fault;
import org.tongqu.platform.operate.sheets.SheetRow;

/** Reads a table of penalty decisions and says of every cell that cannot be taken why. */
public final class PenaltySheet {

    private static final String AMOUNT = "[0-9]{1,9}(\\.[0-9]{1,6})?";
    private static final String BETWEEN = "[;,|/\\uff1b\\uff0c\\u3001]";

    /** What stands between year, month and day, and after the day: also the words for them. */
    private static final String PARTS = "[/.\\u5e74\\u6708\\u65e5]";

    private final PenaltyColumns columns;
    private final PublicityTerms terms;
    private final String organisation;
    private final LocalDate today;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, PenaltyColumns.Column> headed = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** A decision and the row it stands in. */
    public record Line(SheetRow row, Penalty.Decided decided) {}

    /** @param organisation whose decisions the table holds */
    public PenaltySheet(PenaltyColumns columns, PublicityTerms terms, String organisation, LocalDate today) {
        this.columns = columns;
        this.terms = terms;
        this.organisation = organisation;
        this.today = today;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** @param rows the first one heads the columns; one that says the same in names may follow */
    public List<Line> read(List<SheetRow> rows) {
        var first = rows.getFirst();
        heading(first);
        if (!faults.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        var numbers = new HashSet<String>();
        for (var row : rows.subList(1, rows.size())) {
            if (!row.sheet().equals(first.sheet())) {
                faults.add(new Fault(row.number(), "", row.sheet(), "", "other-sheet"));
                return List.of();
            }
            if (isNames(row)) {
                continue;
            }
            var before = faults.size();
            var decided = decided(row);
            if (faults.size() == before) {
                var line = new Line(row, decided.orElseThrow());
                if (!numbers.add(line.decided().number())) {
                    faults.add(number(line, "twice"));
                }
                lines.add(line);
            }
        }
        if (lines.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(first.number(), "", "", "", "no-rows"));
        }
        return lines;
    }

    /** A fault of the number of a decision. */
    public Fault number(Line line, String kind) {
        return fault(line.row(), "number", kind);
    }

    private void heading(SheetRow row) {
        for (int at = 0; at < row.cells().size(); at++) {
            var said = row.cell(at);
            if (said.isEmpty()) {
                continue;
            }
            var column = columns.find(said);
            var letters = SheetRow.letters(at);
            if (column.isEmpty()) {
                faults.add(new Fault(row.number(), letters, said, said, "unknown-column"));
            } else if (headed.put(column.get().code(), column.get()) != null) {
                faults.add(new Fault(row.number(), letters, column.get().code(), said, "column-twice"));
            } else {
                places.put(column.get().code(), at);
            }
        }
        columns.required().stream()
                .filter(column -> !headed.containsKey(column.code()))
                .forEach(column -> faults.add(new Fault(row.number(), "", column.code(), "", "column-missing")));
    }

    /** Whether the row says in names what the first one says in codes, as in the empty table. */
    private boolean isNames(SheetRow row) {
        return headed.values().stream()
                .allMatch(column -> row.cell(place(column)).equals(column.name()));
    }

    /** Where a column stands that the first row names. */
    private int place(PenaltyColumns.Column column) {
        return Objects.requireNonNull(places.get(column.code()));
    }

    private Optional<PenaltyColumns.Column> column(String field) {
        return headed.values().stream()
                .filter(column -> column.field().equals(field))
                .findFirst();
    }

    private String cell(SheetRow row, String field) {
        return column(field).map(column -> row.cell(place(column))).orElse("");
    }

    private Fault fault(SheetRow row, String field, String kind) {
        return column(field)
                .map(column -> new Fault(
                        row.number(), SheetRow.letters(place(column)), column.code(), row.cell(place(column)), kind))
                .orElseGet(() -> new Fault(row.number(), "", field, "", kind));
    }

    private void wrong(SheetRow row, String field, String kind) {
        faults.add(fault(row, field, kind));
    }

    private Optional<Penalty.Decided> decided(SheetRow row) {
        formulas(row);
        var before = faults.size();
        office(row);
        var on = day(row, "on");
        var kind = kind(row);
        var sorts = sorts(row);
        var fine = amount(row, "fine");
        var confiscated = amount(row, "confiscated");
        var severity = on.flatMap(day -> severity(row, day));
        if (faults.size() > before || on.isEmpty() || kind.isEmpty() || severity.isEmpty()) {
            return Optional.empty();
        }
        var subject = new Subject(
                kind.get(), cell(row, "name"), cell(row, codeField(kind.get())), cell(row, "representative"));
        var typed = new Penalty.Decided(
                cell(row, "number"),
                on.get(),
                subject,
                new Penalty.Deed(cell(row, "violation"), cell(row, "facts"), cell(row, "basis")),
                new Penalty.Ruling(sorts, cell(row, "content"), fine, confiscated, severity.get()),
                also(row, kind.get()));
        return switch (PenaltyCheck.of(typed, Optional.empty(), today)) {
            case Outcome.Done<Penalty.Decided, PenaltyRefusal>(var known) -> Optional.of(known);
            case Outcome.Refused<Penalty.Decided, PenaltyRefusal>(var why) -> {
                if (why instanceof PenaltyRefusal.Wrong(var fields)) {
                    fields.forEach(
                            (field, fault) -> wrong(row, field.equals("code") ? codeField(kind.get()) : field, fault));
                }
                yield Optional.empty();
            }
        };
    }

    private static String codeField(Subject.Kind kind) {
        return kind == Subject.Kind.PERSON ? "person" : "credit";
    }

    private void formulas(SheetRow row) {
        for (var column : headed.values()) {
            if (row.formulas().contains(place(column))) {
                faults.add(new Fault(
                        row.number(),
                        SheetRow.letters(place(column)),
                        column.code(),
                        row.cell(place(column)),
                        "formula"));
            }
        }
    }

    private void office(SheetRow row) {
        var said = cell(row, "office");
        if (!said.isEmpty() && !said.equals(organisation)) {
            wrong(row, "office", "other-office");
        }
    }

    private Optional<LocalDate> day(SheetRow row, String field) {
        var said = cell(row, field).replaceAll(PARTS, "-").replaceAll("-$", "");
        var day = parsed(said, "uuuu-M-d").or(() -> parsed(said, "uuuuMMdd"));
        if (day.isEmpty()) {
            wrong(row, field, said.isEmpty() ? "missing" : "day");
        }
        return day;
    }

    private static Optional<LocalDate> parsed(String said, String form) {
        try {
            return Optional.of(LocalDate.parse(said, DateTimeFormatter.ofPattern(form, Locale.ROOT)));
        } catch (DateTimeParseException notSo) {
            return Optional.empty();
        }
    }

    private Optional<Subject.Kind> kind(SheetRow row) {
        var said = cell(row, "kind");
        var kind = columns.meaning("kind", said).map(Subject.Kind::valueOf);
        if (kind.isEmpty()) {
            wrong(row, "kind", said.isEmpty() ? "missing" : "no-kind");
        }
        return kind;
    }

    private Set<Penalty.Sort> sorts(SheetRow row) {
        var said = Arrays.stream(cell(row, "sorts").split(BETWEEN))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (said.stream().anyMatch(word -> columns.meaning("sorts", word).isEmpty())) {
            wrong(row, "sorts", "no-sort");
            return Set.of();
        }
        return said.stream()
                .flatMap(word -> columns.meaning("sorts", word).stream())
                .map(Penalty.Sort::valueOf)
                .collect(Collectors.toSet());
    }

    /** Nought stands in many tables for nothing. */
    private Optional<BigDecimal> amount(SheetRow row, String field) {
        var said = cell(row, field);
        if (!said.isEmpty() && !said.matches(AMOUNT)) {
            wrong(row, field, "amount");
            return Optional.empty();
        }
        return Optional.of(said)
                .filter(text -> !text.isEmpty())
                .map(BigDecimal::new)
                .filter(amount -> amount.signum() != 0);
    }

    /** By the day on which the table says that publicity ends; as configured where it does not say. */
    private Optional<Severity> severity(SheetRow row, LocalDate on) {
        if (cell(row, "until").isEmpty()) {
            return Optional.of(terms.severity());
        }
        var until = day(row, "until");
        var severity = until.flatMap(day -> Arrays.stream(Severity.values())
                .filter(one -> terms.until(on, one).equals(day))
                .findFirst());
        if (until.isPresent() && severity.isEmpty()) {
            wrong(row, "until", "until");
        }
        return severity;
    }

    /** What has no field here. Numbers that can be those of a natural person are not kept. */
    private Map<String, String> also(SheetRow row, Subject.Kind kind) {
        var also = new LinkedHashMap<String, String>();
        headed.values().stream()
                .filter(column -> column.field().equals("also"))
                .filter(column ->
                        kind == Subject.Kind.ORGANISATION || !column.code().startsWith("CF_XDR_"))
                .filter(column -> !row.cell(place(column)).isEmpty())
                .forEach(column -> also.put(column.code(), row.cell(place(column))));
        return also;
    }

    /** Whether a table says of a decision what is known of it; amounts may be written otherwise. */
    public static boolean same(Penalty.Decided known, Penalty.Decided said) {
        var one = known.ruling();
        var other = said.ruling();
        return known.number().equals(said.number())
                && known.on().equals(said.on())
                && known.subject().equals(said.subject())
                && known.deed().equals(said.deed())
                && known.also().equals(said.also())
                && one.sorts().equals(other.sorts())
                && one.content().equals(other.content())
                && one.severity() == other.severity()
                && isSame(one.fine(), other.fine())
                && isSame(one.confiscated(), other.confiscated());
    }

    private static boolean isSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.map(BigDecimal::stripTrailingZeros).equals(other.map(BigDecimal::stripTrailingZeros));
    }
}
