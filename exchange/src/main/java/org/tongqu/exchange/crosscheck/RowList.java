package org.tongqu.exchange.crosscheck;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.engines.linkage.Rows;

/**
 * Rows of one side, as texts.
 *
 * @param width how many columns the key has, which come first
 * @param row how many columns name the row, which come next
 * @param names of the columns behind them
 * @param rows what is not there is empty
 */
public record RowList(int width, int row, List<String> names, List<String[]> rows) {

    public RowList {
        names = List.copyOf(names);
    }

    public int size() {
        return rows.size();
    }

    public List<String> key(int at) {
        return List.of(rows.get(at)).subList(0, width);
    }

    /** The key of the row in its flow's order. */
    public List<String> rowKey(int at) {
        return List.of(rows.get(at)).subList(width, width + row);
    }

    public String value(int at, String name) {
        return rows.get(at)[width + row + names.indexOf(name)];
    }

    /** The rows as the linkage reads them. @param wanted names of columns, each a field of the plan */
    public Rows read(List<String> wanted) {
        var places = wanted.stream()
                .mapToInt(name -> width + row + names.indexOf(name))
                .toArray();
        return new Rows() {
            @Override
            public int size() {
                return rows.size();
            }

            @Override
            public String value(int at, int field) {
                return rows.get(at)[places[field]].strip();
            }
        };
    }

    /** @param wanted names of columns */
    public Map<String, String> fields(int at, Collection<String> wanted) {
        Map<String, String> fields = new LinkedHashMap<>();
        wanted.forEach(name -> fields.put(name, value(at, name)));
        return fields;
    }
}
