package org.tongqu.exchange.binlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What stands in the log as text: ends of transactions, and statements that changed more than rows.
 *
 * @param schema in which it was said
 */
record LoggedStatement(String schema, String sql) {

    private static final Pattern REMARKS =
            Pattern.compile("^(?:\\s+|/\\*(?!!).*?\\*/|--[^\n]*\n|#[^\n]*\n)+", Pattern.DOTALL);
    private static final Pattern OF_ROWS =
            Pattern.compile("^(?:INSERT|UPDATE|DELETE|REPLACE|LOAD|WITH)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern EMPTIES = Pattern.compile(
            "^TRUNCATE\\b|^ALTER\\b.*\\b(?:TRUNCATE|DROP|EXCHANGE|DISCARD)\\s+(?:PARTITION|TABLESPACE)\\b|^DROP\\b|"
                    + "^CREATE\\s+OR\\s+REPLACE\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PASSING =
            Pattern.compile("^(?:CREATE|DROP)\\b.{0,40}\\bTEMPORARY\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BEGINS = Pattern.compile("^XA\\s+(?:START|BEGIN)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DESCRIBES =
            Pattern.compile("^(?:ALTER|RENAME|CREATE|DROP)\\b", Pattern.CASE_INSENSITIVE);

    private static final int BEFORE_LENGTHS = 8;

    /** What a statement is to the followed table. */
    enum Kind {
        BEGIN,
        COMMIT,
        ROLLBACK,
        /** No concern of the table, or only of a moment inside a transaction. */
        OTHER,
        /** May have written rows of it, which are not in the log. */
        OF_ROWS,
        EMPTIES,
        /** May have altered it. */
        DESCRIBES
    }

    static LoggedStatement read(byte[] body) {
        var from = new LogBytes(body);
        from.skip(BEFORE_LENGTHS);
        var schemaLength = from.one();
        from.skip(2);
        var settings = from.length(2);
        from.skip(settings);
        var schema = new String(from.take(schemaLength), UTF_8);
        from.skip(1);
        var sql = new String(from.take(body.length - from.at), UTF_8);
        return new LoggedStatement(schema, REMARKS.matcher(sql).replaceFirst(""));
    }

    Kind kind(LoggedTable table) {
        var end = sql.length() > 20 ? "" : sql.strip().toUpperCase(Locale.ROOT);
        if (end.equals("BEGIN") || BEGINS.matcher(sql).find()) {
            return Kind.BEGIN;
        }
        if (end.equals("COMMIT")) {
            return Kind.COMMIT;
        }
        if (end.equals("ROLLBACK") || sql.regionMatches(true, 0, "ROLLBACK TO", 0, 11)) {
            return Kind.ROLLBACK;
        }
        if (!isAbout(table) || PASSING.matcher(sql).find()) {
            return Kind.OTHER;
        }
        if (OF_ROWS.matcher(sql).find()) {
            return Kind.OF_ROWS;
        }
        if (EMPTIES.matcher(sql).find() && isNamed(table)) {
            return Kind.EMPTIES;
        }
        return DESCRIBES.matcher(sql).find() ? Kind.DESCRIBES : Kind.OTHER;
    }

    private boolean isAbout(LoggedTable table) {
        return sql.toLowerCase(Locale.ROOT).contains(table.table().toLowerCase(Locale.ROOT));
    }

    /** Whether this table is named, in the schema it says or the one it was said in. */
    private boolean isNamed(LoggedTable table) {
        var name = "(?:`?([^`.\\s]+)`?\\s*\\.\\s*)?`?" + Pattern.quote(table.table()) + "`?(?![\\w$`])";
        var found = Pattern.compile("(?<![\\w$`.])" + name, Pattern.CASE_INSENSITIVE)
                .matcher(sql);
        while (found.find()) {
            var named = found.group(1) == null ? schema : found.group(1);
            if (named.equalsIgnoreCase(table.schema())) {
                return true;
            }
        }
        return false;
    }
}
