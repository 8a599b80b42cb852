package org.tongqu.platform.matter.publicity.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.tongqu.platform.matter.publicity.PublicityTerms;

/** The columns of the national list of penalty decisions, and what the words in their cells mean here. */
@Component
public class PenaltyColumns {

    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Map<String, String>> meanings = new LinkedHashMap<>();

    /**
     * @param code in the national list
     * @param field what it is here; {@code also} for what is kept as it stands, {@code personal} for what is not kept
     */
    public record Column(String code, String name, String field, Need need) {}

    enum Need {
        REQUIRED,
        OPTIONAL
    }

    PenaltyColumns(PublicityTerms terms) {
        for (var row : rows(terms.columns())) {
            columns.add(new Column(
                    row.get(0), row.get(1), row.get(2), Need.valueOf(row.get(3).toUpperCase(Locale.ROOT))));
        }
        for (var row : rows(terms.values())) {
            meanings.computeIfAbsent(row.get(0), field -> new LinkedHashMap<>()).put(row.get(1), row.get(2));
        }
    }

    private static List<List<String>> rows(Resource table) {
        try (var lines = CsvReader.builder().ofCsvRecord(table.getContentAsString(StandardCharsets.UTF_8))) {
            return lines.stream().skip(1).map(CsvRecord::getFields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> codes() {
        return columns.stream().map(Column::code).toList();
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    List<Column> required() {
        return columns.stream().filter(column -> column.need() == Need.REQUIRED).toList();
    }

    /** The column by its code or its name, as somebody headed it. */
    Optional<Column> find(String heading) {
        return columns.stream()
                .filter(column ->
                        column.code().equalsIgnoreCase(heading) || column.name().equals(heading))
                .findFirst();
    }

    /** What a word in a column of the field means; nothing where nobody said. */
    Optional<String> meaning(String field, String said) {
        return Optional.ofNullable(meanings.getOrDefault(field, Map.of()).get(said));
    }
}
