package org.tongqu.platform.data.registers.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.data.registers.WriteRefusal;

/** Reads a record's fields as a table needs them. */
record Fields(Datum all) {

    @Nullable
    String text(String field) {
        return switch (all.at(field)) {
            case Datum.Text(var value) -> value;
            case Datum.Number(var value) -> value.toPlainString();
            case Datum.Items(var items) ->
                items.stream()
                        .map(item -> item instanceof Datum.Text(var value) ? value : item.canonical())
                        .collect(Collectors.joining("；"));
            default -> null;
        };
    }

    String text(String field, String otherwise) {
        var found = text(field);
        return found == null ? otherwise : found;
    }

    @Nullable
    LocalDate day(String field) {
        return all.date(field).orElse(null);
    }

    @Nullable
    BigDecimal number(String field) {
        return all.number(field).orElse(null);
    }

    /** What has no column of its own. */
    Datum without(Set<String> columns) {
        Map<String, Datum> rest = new LinkedHashMap<>();
        all.fields("").forEach((name, value) -> {
            if (!columns.contains(name) && !value.isNothing()) {
                rest.put(name, value);
            }
        });
        return new Datum.Fields(rest);
    }

    Optional<WriteRefusal> firstMissing(List<String> needed) {
        return needed.stream()
                .filter(field -> text(field) == null)
                .<WriteRefusal>map(WriteRefusal.FieldMissing::new)
                .findFirst();
    }

    Optional<WriteRefusal> firstUnfit(List<String> days, List<String> numbers) {
        var unfit = new ArrayList<WriteRefusal>();
        days.stream()
                .filter(field -> !all.at(field).isNothing() && day(field) == null)
                .forEach(field -> unfit.add(new WriteRefusal.FieldUnfit(field, "date")));
        numbers.stream()
                .filter(field -> !all.at(field).isNothing() && number(field) == null)
                .forEach(field -> unfit.add(new WriteRefusal.FieldUnfit(field, "number")));
        var division = text("division");
        if (division != null && DivisionCode.parse(division) instanceof Outcome.Refused) {
            unfit.add(new WriteRefusal.FieldUnfit("division", "division"));
        }
        return unfit.stream().findFirst();
    }
}
