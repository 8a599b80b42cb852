package org.tongqu.exchange.source;

import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.source.JdbcColumn.Bind;
import org.tongqu.exchange.source.JdbcColumn.Fetch;

/**
 * MariaDB and MySQL. Everything but bytes and floating numbers comes as the text the server itself makes of it: so a
 * day of year 0 stays what it is and is set aside with its reason, and no digit is lost in a driver's type.
 *
 * <p>There is no transaction in a row to see what changed. A reading remembers when the oldest transaction began that
 * was still running: what that one or a younger one writes has a later watermark, as long as the server's clock sets
 * it. A login that may not see transactions ({@code PROCESS}) remembers an hour before instead.
 */
final class MariaDbDialect implements Dialect {

    /** A cell beyond this is cut behind it by the server, so that it is set aside without having been sent. */
    static final int LARGEST_CELL = 4 << 20;

    private static final int ROWS_AT_ONCE = 200;

    private static final Set<String> WORDS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set", "json");
    private static final Set<String> LONG =
            Set.of("text", "mediumtext", "longtext", "json", "blob", "mediumblob", "longblob");
    private static final Set<String> BYTES =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
    private static final Set<String> NUMBERS =
            Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "year", "bit");

    private static final Set<String> MOMENTS = Set.of("datetime", "timestamp");

    /** Character sets whose bytes are read here, strictly; the server would put question marks for what it cannot read. */
    static final Map<String, String> ENCODINGS = Map.of(
            "gbk", "GB18030", "gb2312", "GB18030", "gb18030", "GB18030", "big5", "Big5", "latin1", "windows-1252");

    @Override
    public String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public List<JdbcColumn> columns(Connection connection, String table) throws SQLException {
        var sql = """
                SELECT column_name, lower(data_type), coalesce(character_set_name, ''), is_nullable
                  FROM information_schema.columns
                 WHERE table_schema = coalesce(?, database()) AND table_name = ?
                 ORDER BY ordinal_position
                """;
        var point = table.indexOf('.');
        List<JdbcColumn> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, point < 0 ? null : table.substring(0, point));
            statement.setString(2, table.substring(point + 1));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(column(rows));
                }
            }
        }
        return found;
    }

    private JdbcColumn column(ResultSet row) throws SQLException {
        var name = row.getString(1);
        var type = row.getString(2);
        var presence = "NO".equals(row.getString(4)) ? TargetColumn.Presence.REQUIRED : TargetColumn.Presence.OPTIONAL;
        var column = "t." + quote(name);
        if (BYTES.contains(type)) {
            return new JdbcColumn(name, presence, atMost(column, type), Fetch.BYTES, Optional.empty(), Bind.BYTES);
        }
        if ("float".equals(type) || "double".equals(type)) {
            var whole = column + " + 0e0";
            return new JdbcColumn(name, presence, whole, Fetch.FLOATING, Optional.empty(), Bind.NUMBER);
        }
        if (WORDS.contains(type)) {
            var encoding = Optional.ofNullable(ENCODINGS.get(row.getString(3))).map(Charset::forName);
            var text = atMost(column, type);
            var sent = encoding.isPresent() ? "CAST(" + text + " AS BINARY)" : text;
            return new JdbcColumn(name, presence, sent, Fetch.TEXT_BYTES, encoding, Bind.TEXT);
        }
        var shown = "bit".equals(type)
                ? "CAST(" + column + " + 0 AS CHAR)"
                : isShape(type) ? "ST_AsText(" + column + ")" : "CAST(" + column + " AS CHAR)";
        var bind = NUMBERS.contains(type) ? Bind.NUMBER : MOMENTS.contains(type) ? Bind.MOMENT : Bind.TEXT;
        return new JdbcColumn(name, presence, shown, Fetch.TEXT_BYTES, Optional.empty(), bind);
    }

    private static boolean isShape(String type) {
        return type.contains("geometry") || type.contains("point") || type.contains("polygon") || type.contains("line");
    }

    private static String atMost(String column, String type) {
        return LONG.contains(type)
                ? "CASE WHEN OCTET_LENGTH(" + column + ") > " + LARGEST_CELL + " THEN LEFT(" + column + ", "
                        + (LARGEST_CELL + 1) + ") ELSE " + column + " END"
                : column;
    }

    @Override
    public Optional<String> begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET SESSION time_zone = 'SYSTEM', net_write_timeout = 3600, wait_timeout = 28800");
            var moment = moment(statement);
            statement.execute("SET SESSION time_zone = '+08:00'");
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            return Optional.of(moment);
        }
    }

    /** Asked before the snapshot, so that what begins between the two is younger than the moment. */
    private static String moment(Statement statement) throws SQLException {
        var age = "SELECT DATE_FORMAT(UTC_TIMESTAMP() + INTERVAL 8 HOUR - INTERVAL 1 + "
                + "(%s) SECOND, '%%Y-%%m-%%d %%H:%%i:%%s')";
        try (var row = statement.executeQuery(String.format(
                age,
                "SELECT coalesce(greatest(0, max(timestampdiff(SECOND, trx_started, now()))), 0)"
                        + " FROM information_schema.innodb_trx"))) {
            row.next();
            return row.getString(1);
        } catch (SQLException mayNotSee) {
            try (var row = statement.executeQuery(String.format(age, "3600"))) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Override
    public void stream(Statement statement) throws SQLException {
        statement.setFetchSize(ROWS_AT_ONCE);
    }

    @Override
    public Optional<String> since(JdbcColumn watermark) {
        return watermark.bind() == Bind.MOMENT
                ? Optional.of("t." + quote(watermark.name()) + " >= ?")
                : Optional.empty();
    }
}
