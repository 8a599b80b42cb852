package org.tongqu.exchange.binlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * How the log describes a table before its rows.
 *
 * @param id by which rows name it
 * @param kinds of its columns; none when it is not the table that is followed
 * @param names of its columns; none unless the server writes them ({@code binlog_row_metadata = FULL})
 */
record TableMap(long id, String schema, String table, List<CellKind> kinds, List<String> names) {

    private static final int COLUMN_NAMES = 4;
    private static final int ID = 6;

    TableMap {
        kinds = List.copyOf(kinds);
        names = List.copyOf(names);
    }

    /** Reads no more than the name of a table that is none of ours. */
    static TableMap read(byte[] body, LoggedTable ours) {
        var from = new LogBytes(body);
        var id = from.little(ID);
        from.skip(2);
        var schema = text(from);
        var table = text(from);
        if (!ours.isNamed(schema, table)) {
            return new TableMap(id, schema, table, List.of(), List.of());
        }
        var types = from.take(from.packed());
        from.packed();
        List<CellKind> kinds = new ArrayList<>();
        for (var type : types) {
            kinds.add(CellKind.read(type & 0xff, from));
        }
        from.skip((types.length + 7) / 8);
        return new TableMap(id, schema, table, kinds, names(from));
    }

    private static String text(LogBytes from) {
        var text = new String(from.take(from.one()), UTF_8);
        from.skip(1);
        return text;
    }

    private static List<String> names(LogBytes from) {
        List<String> names = new ArrayList<>();
        while (from.hasMore()) {
            var what = from.one();
            var length = from.packed();
            var end = from.at + length;
            while (what == COLUMN_NAMES && from.at < end) {
                names.add(new String(from.take(from.packed()), UTF_8));
            }
            from.at = end;
        }
        return names;
    }
}
