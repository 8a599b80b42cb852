package org.tongqu.exchange.binlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestMariaDb;
import org.tongqu.exchange.feed.Feed.Told;
import org.tongqu.exchange.source.Reading;
import org.tongqu.exchange.wire.Row;

/** FEATURE: a row is the same to the byte whether a table is read or its server's log. */
class LoggedRowsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String TABLE = """
            CREATE TABLE every (
                id bigint unsigned, tiny tinyint, tinyu tinyint unsigned, small smallint, smallu smallint unsigned,
                medium mediumint, mediumu mediumint unsigned, whole int, wholeu int unsigned, big bigint,
                filled int(7) unsigned zerofill, tinyfilled tinyint(3) zerofill, owes decimal(12,2), exact decimal(65,30),
                round decimal(18,0), owesfilled decimal(7,2) zerofill, weight float, weight2 float(7,2), length double,
                flag bit(1), flags bit(13), allflags bit(64), made year, born date, seen datetime, seen3 datetime(3),
                seen6 datetime(6), signed timestamp NULL, signed2 timestamp(2) NULL, signed6 timestamp(6) NULL, at time,
                at1 time(1), at4 time(4), at6 time(6), name varchar(30) CHARACTER SET gbk, fixed char(90) CHARACTER SET utf8mb4,
                short char(5) CHARACTER SET latin1, rare varchar(300) CHARACTER SET big5, greek varchar(20) CHARACTER SET greek,
                wide varchar(20) CHARACTER SET ucs2, wider varchar(20) CHARACTER SET utf16, cyrillic varchar(20) CHARACTER SET cp1251,
                koi varchar(20) CHARACTER SET koi8r, widest char(20) CHARACTER SET utf32, turned varchar(20) CHARACTER SET utf16le,
                old varchar(20) CHARACTER SET utf8mb3, plain varchar(20) CHARACTER SET ascii, note text CHARACTER SET utf8mb4,
                notegbk mediumtext CHARACTER SET gbk, tinynote tinytext, longnote longtext, doc json,
                sex enum('男','女','it''s','a,b') CHARACTER SET gbk, rights set('read','write','写','x') CHARACTER SET utf8mb4,
                raw binary(9), rawvar varbinary(300), photo blob, tinyphoto tinyblob, longphoto longblob,
                stored int AS (whole + 1) STORED, seenanew int AS (whole + 2) VIRTUAL,
                hidden int INVISIBLE DEFAULT 7, PRIMARY KEY (id)) DEFAULT CHARSET utf8mb4
            """;

    private static final List<String> COMPUTED = List.of("stored", "seenanew");

    private static Login source;

    @BeforeAll
    static void aTableOfEveryType() throws SQLException {
        source = TestMariaDb.fresh();
        execute(source, TABLE);
    }

    @Test
    void everyTypeIsReadFromTheLogAsItIsReadFromTheTable() throws SQLException {
        var columns = rows(source, """
                SELECT column_name FROM information_schema.columns WHERE table_schema = database()
                       AND table_name = 'every' ORDER BY ordinal_position
                """);
        var flow = flow("every", columns);
        var feeds = new BinlogSource(flow, source, source);
        var place = feeds.begin().orElseThrow();
        execute(
                new Login(
                        source.url() + "?sessionVariables=sql_mode='',time_zone='-05:00'",
                        source.user(),
                        source.password()),
                insert(columns, 1, (name, type) -> most(type)),
                insert(columns, 2, (name, type) -> least(type)),
                insert(columns, 3, (name, type) -> "NULL"),
                insert(columns, 4, (name, type) -> middle(name, type)),
                insert(columns, 5, (name, type) -> type.equals("json") ? "0" : "''"));

        var told = told(feeds, flow, place, 5);
        var read = read(flow);

        assertThat(told).hasSize(5 * columns.size()).hasSameSizeAs(read);
        assertThat(IntStream.range(0, told.size())
                        .filter(i -> !told.get(i).equals(read.get(i)))
                        .mapToObj(i -> told.get(i) + " and not " + read.get(i)))
                .isEmpty();
    }

    /** What is written into a column. */
    @FunctionalInterface
    private interface Value {
        String of(String name, String type) throws SQLException;
    }

    private static String insert(List<String> columns, int id, Value value) throws SQLException {
        var named = columns.stream().filter(name -> !COMPUTED.contains(name)).toList();
        List<String> values = new ArrayList<>();
        for (var name : named) {
            var type = rows(
                            source,
                            "SELECT data_type FROM information_schema.columns WHERE table_schema = database()"
                                    + " AND table_name = 'every' AND column_name = '" + name + "'")
                    .getFirst();
            values.add(name.equals("id") ? Integer.toString(id) : value.of(name, name.equals("doc") ? "json" : type));
        }
        return "INSERT INTO every ("
                + named.stream().map(name -> '`' + name + '`').collect(Collectors.joining(",")) + ") VALUES ("
                + String.join(",", values) + ")";
    }

    private static String most(String type) {
        return switch (type) {
            case "tinyint", "smallint", "mediumint", "int", "bigint" -> "18446744073709551615";
            case "decimal" -> "99999999999999999999999999999999999.999999999999999999999999999999";
            case "float", "double" -> "1.17e30";
            case "bit" -> "18446744073709551615";
            case "year" -> "2155";
            case "date" -> "'9999-12-31'";
            case "datetime" -> "'9999-12-31 23:59:59.999999'";
            case "timestamp" -> "'2038-01-01 10:00:01.987654'";
            case "time" -> "'838:59:59.999999'";
            case "json" -> "'{\"b\": [1, 2.50, \"云\"], \"a\" : null}'";
            case "enum" -> "4";
            case "set" -> "15";
            case "binary", "varbinary" -> "x'ff00fe00'";
            case "tinyblob", "blob", "longblob" -> "x'00ff5c270a00'";
            default -> "'é a''b\\\\c'";
        };
    }

    private static String least(String type) {
        return switch (type) {
            case "tinyint", "smallint", "mediumint", "int", "bigint" -> "-9223372036854775808";
            case "decimal" -> "-99999999999999999999999999999999999.999999999999999999999999999999";
            case "float", "double" -> "-0.1";
            case "bit" -> "0";
            case "year" -> "0";
            case "date" -> "'0000-00-00'";
            case "datetime" -> "'0000-00-00 00:00:00'";
            case "timestamp" -> "0";
            case "time" -> "'-838:59:59.999999'";
            case "json" -> "'[]'";
            case "enum" -> "1";
            case "set" -> "0";
            default -> "''";
        };
    }

    private static String middle(String name, String type) {
        return switch (type) {
            case "tinyint", "smallint", "mediumint", "int", "bigint" -> "-1";
            case "decimal" -> "0.05";
            case "float", "double" -> "123456.789";
            case "bit" -> "5";
            case "year" -> "1999";
            case "date" -> "'2020-00-15'";
            case "datetime" -> "'1000-01-01 00:00:00.05'";
            case "timestamp" -> "'1970-01-01 00:00:00.5'";
            case "time" -> "'-00:00:00.05'";
            case "json" -> "'\"文\"'";
            case "enum" -> "'it''s'";
            case "set" -> "'write,写'";
            case "binary", "varbinary" -> "x'0102030405060708'";
            case "tinyblob", "blob", "longblob" -> "repeat('x', 200)";
            default ->
                name.equals("greek") ? "'αβγ'" : name.equals("cyrillic") || name.equals("koi") ? "'Шё'" : "'中文 '";
        };
    }

    private static Flow flow(String table, List<String> columns) {
        return RunsAFlow.flow(
                ("exchange: every\ntitle: {zh: 测试, en: Test}\nsource: {connector: mariadb, table: " + table
                                + ", key: [id]}\ntarget: {table: every, key: [id]}\ncolumns:\n"
                                + columns.stream()
                                        .map(name -> "  - {to: t_" + name + ", from: " + name + "}\n")
                                        .collect(Collectors.joining()))
                        .replace("t_id", "id")
                        .getBytes(UTF_8));
    }

    private static List<String> read(Flow flow) throws SQLException {
        var reading = new Reading(Reading.Part.WITH_KEY, Optional.empty(), List.of());
        List<String> found = new ArrayList<>();
        try (var rows = RunsAFlow.source(flow, source).open(reading).rows()) {
            var row = new Row(flow.fields().size());
            while (rows.next(row)) {
                found.addAll(shown(flow.fields(), row));
            }
        }
        return found;
    }

    private static List<String> told(BinlogSource feeds, Flow flow, String place, int rows) throws SQLException {
        List<String> found = new ArrayList<>();
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var feed = feeds.open(place)) {
            while (found.size() < rows * flow.fields().size() && System.nanoTime() < end) {
                var told = feed.next();
                if (told == Told.STOPPED) {
                    throw new AssertionError(feed.refusal());
                }
                if (told == Told.CHANGED) {
                    found.addAll(shown(flow.fields(), feed.after().orElseThrow()));
                }
            }
        }
        return found;
    }

    private static List<String> shown(List<String> names, Row row) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " "
                        + (row.isNull(i)
                                ? "nothing"
                                : HexFormat.of().formatHex(row.bytes(), row.start(i), row.start(i) + row.length(i))))
                .toList();
    }
}
