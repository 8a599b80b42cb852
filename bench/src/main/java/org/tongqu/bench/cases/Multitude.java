package org.tongqu.bench.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.tongqu.platform.matter.intake.ReceiptNumber;

/**
 * Makes few cases of many, and many of few: each copy has an id, a receipt and all rows of its own, and is a case that can
 * be opened. Done beside the program, as the superuser of its store and by statements over whole tables.
 */
final class Multitude {

    /** Above what any city has given out by itself. */
    private static final long FIRST_NUMBER = 100_000_000;

    /** How the rows of a case are found, table by table. */
    private static final Map<String, String> TABLES = Map.of(
            "casework.case_file", "id",
            "casework.event", "case_id",
            "casework.task", "case_id",
            "casework.timer", "case_id",
            "supervision.clock", "case_id",
            "supervision.finding", "case_id",
            "intake.submission", "case_id");

    private final Connection store;

    /** @param store as the superuser */
    Multitude(Connection store) throws SQLException {
        this.store = store;
        execute("SET session_replication_role = replica");
        execute("SET maintenance_work_mem = '384MB'");
        execute("SET work_mem = '128MB'");
    }

    /** Leaves so many cases of those there are, drawn by their ids. */
    void keep(int ended, int open) throws SQLException {
        execute("CREATE TABLE public.kept AS"
                + " (SELECT id FROM casework.case_file WHERE status = 'ENDED' ORDER BY md5(id::text) LIMIT " + ended
                + ")"
                + " UNION ALL (SELECT id FROM casework.case_file WHERE status = 'RUNNING' ORDER BY md5(id::text) LIMIT "
                + open + ")");
        for (var table : TABLES.entrySet()) {
            execute("DELETE FROM " + table.getKey() + " t WHERE NOT EXISTS (SELECT 1 FROM public.kept k WHERE k.id = t."
                    + table.getValue() + ")");
            execute("VACUUM (ANALYZE) " + table.getKey());
        }
        execute("DROP TABLE public.kept");
    }

    /** Copies cases until there are so many ended and so many open ones. */
    void grow(int ended, int open) throws SQLException, IOException {
        execute("CREATE TABLE public.copies (old uuid, id uuid, receipt text)");
        var number = copies("ENDED", ended, FIRST_NUMBER);
        copies("RUNNING", open, number);
        execute("ANALYZE public.copies");
        for (var table : TABLES.entrySet()) {
            copyRows(table.getKey(), table.getValue());
        }
        execute("DROP TABLE public.copies");
    }

    private long copies(String status, int wanted, long first) throws SQLException, IOException {
        var originals = column("SELECT id || '/' || division FROM casework.case_file WHERE status = '" + status + "'");
        var year = Year.of(2026);
        var number = first;
        var lines = new StringBuilder();
        for (int copy = originals.size(); copy < wanted; copy++) {
            var original = originals.get(copy % originals.size()).split("/", 2);
            lines.append(original[0])
                    .append('\t')
                    .append(UUID.randomUUID())
                    .append('\t')
                    .append(ReceiptNumber.of(original[1], year, number++).value())
                    .append('\n');
        }
        store.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY public.copies FROM STDIN",
                        new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.US_ASCII)));
        return number;
    }

    /** Indexes are built behind the rows: row by row they would take an hour. */
    private void copyRows(String table, String key) throws SQLException {
        var indexes = column("SELECT indexdef FROM pg_indexes WHERE schemaname || '.' || tablename = '" + table
                + "' AND indexname NOT IN (SELECT conname FROM pg_constraint)");
        var names =
                column("SELECT schemaname || '.' || indexname FROM pg_indexes WHERE schemaname || '.' || tablename = '"
                        + table + "' AND indexname NOT IN (SELECT conname FROM pg_constraint)");
        var keys = column("SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = '"
                + table + "'::regclass AND contype IN ('p', 'u')");
        for (var name : names) {
            execute("DROP INDEX " + name);
        }
        for (var constraint : keys) {
            execute("ALTER TABLE " + table + " DROP CONSTRAINT " + constraint.split(" ", 2)[0] + " CASCADE");
        }
        var columns =
                column("SELECT column_name FROM information_schema.columns WHERE table_schema || '.' || table_name = '"
                        + table + "' AND is_generated = 'NEVER'");
        execute("INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT "
                + columns.stream().map(column -> copied(key, column)).collect(Collectors.joining(", "))
                + " FROM " + table + " t JOIN public.copies c ON c.old = t." + key);
        for (var constraint : keys) {
            execute("ALTER TABLE " + table + " ADD CONSTRAINT " + constraint);
        }
        for (var index : indexes) {
            execute(index);
        }
        execute("VACUUM (ANALYZE) " + table);
    }

    private static String copied(String key, String column) {
        if (column.equals(key)) {
            return "c.id";
        }
        return switch (column) {
            case "id" -> "gen_random_uuid()";
            case "receipt" -> "c.receipt";
            case "submit_token" -> "gen_random_uuid()::text";
            case "payload" ->
                "CASE WHEN t.payload ? 'caseId' THEN jsonb_set(t.payload, '{caseId}', to_jsonb(c.id::text))"
                        + " ELSE t.payload END";
            default -> "t." + column;
        };
    }

    List<String> column(String query) throws SQLException {
        try (var statement = store.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = store.createStatement()) {
            statement.execute(sql);
        }
    }
}
