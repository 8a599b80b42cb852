package org.tongqu.platform.operate.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** A comma-separated table among the resources of a module, from which demo data are made. */
public final class DemoTable {

    private DemoTable() {}

    /** The rows below the heading. */
    public static List<List<String>> rows(Class<?> beside, String table) {
        var all = all(beside, table);
        return all.subList(1, all.size());
    }

    /**
     * All rows of a table without a heading.
     *
     * @param beside a class in whose package the table lies
     */
    public static List<List<String>> all(Class<?> beside, String table) {
        try (var in = Objects.requireNonNull(beside.getResourceAsStream(table), table);
                var rows = CsvReader.builder()
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(in)) {
            return rows.stream().map(CsvRecord::getFields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + table, e);
        }
    }
}
