package org.tongqu.exchange.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.exchange.Drivers;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.TableExchange;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Language;

/** FEATURE: a database whose driver the program does not bring is used as soon as somebody lays the driver there. */
class OtherConnectorsTest {

    private static final String FLOW = """
            exchange: other
            title: {zh: 测试, en: Test}
            source: {connector: %s, table: person, key: [id, part]}
            target: {table: arrived, key: [id, part]}
            columns:
              - {to: id, from: id}
              - {to: part, from: part}
              - {to: name, from: name}
              - {to: born, from: born}
              - {to: seen, from: seen}
              - {to: owes, from: owes}
              - {to: weight, from: weight}
              - {to: photo, from: photo}
            """;

    private static final String COLUMNS = """
            (id bigint, part varchar(9), name text, born date, seen timestamp, owes numeric(12,2),
             weight double precision, photo bytea, PRIMARY KEY (id, part))
            """;

    @ParameterizedTest
    @EnumSource(names = {"KINGBASE", "DAMENG", "GAUSSDB", "OPENGAUSS", "OCEANBASE", "SQLSERVER", "ORACLE"})
    void aMissingDriverIsRefusedWithItsJarAndWhereToLayIt(Connector connector) throws SQLException {
        var flow = RunsAFlow.flow(
                FLOW.formatted(connector.name().toLowerCase(Locale.ROOT)).getBytes(UTF_8));
        var needed = Drivers.needed(connector);
        var login = new Login(needed.address() + "//127.0.0.1/x", "x", "y");

        var outcome = Sources.open(flow, login);

        assertThat(outcome instanceof Outcome.Refused<?, MissingDriver>(var missing) ? missing.text(Language.EN) : "")
                .contains(needed.driver(), needed.jar(), Drivers.folder().toString());
        assertThatThrownBy(login::open).isInstanceOf(SQLException.class).hasMessageContaining(needed.jar());
    }

    @Test
    void whatTheStandardSaysIsEnoughToMoveATable() throws SQLException {
        var source = TestDatabases.fresh();
        var target = TestDatabases.fresh();
        execute(source, "CREATE TABLE person " + COLUMNS, """
                INSERT INTO person VALUES (1, 'a', '张', '1990-01-31', '2026-11-22 09:30:00.000123', 12.30, 1.5, '\\x00ff'),
                                          (1, 'b', NULL, NULL, NULL, NULL, NULL, NULL)
                """);
        execute(target, "CREATE TABLE arrived " + COLUMNS);
        var flow = RunsAFlow.flow(FLOW.formatted("kingbase").getBytes(UTF_8));
        var table = JdbcSource.of(flow, source, StandardDialect.quotingWith("\""));

        var outcome = new TableExchange(flow, table, target, Instant::now).run(Mode.FULL, () -> true);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(rows(target, "SELECT * FROM arrived ORDER BY part"))
                .isEqualTo(rows(source, "SELECT * FROM person ORDER BY part"))
                .hasSize(2);
        assertThat(table.canTellChanges()).isFalse();
    }

    @Test
    void readingGoesOnBehindAnyRow() throws SQLException {
        var source = TestDatabases.fresh();
        execute(
                source,
                "CREATE TABLE person " + COLUMNS,
                "INSERT INTO person (id, part) SELECT i, p FROM generate_series(1, 3) i, unnest(ARRAY['a', 'b']) p");
        var flow = RunsAFlow.flow(FLOW.formatted("kingbase").getBytes(UTF_8));
        var table = JdbcSource.of(flow, source, StandardDialect.quotingWith("\""));
        var count = 0;

        var reading = new Reading(Reading.Part.WITH_KEY, Optional.empty(), List.of("2", "a"));
        try (var opened = table.open(reading).rows()) {
            var row = new org.tongqu.exchange.wire.Row(table.fields().size());
            while (opened.next(row)) {
                count++;
            }
        }

        assertThat(count).isEqualTo(3);
    }
}
