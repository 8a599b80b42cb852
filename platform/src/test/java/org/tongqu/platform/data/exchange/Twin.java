package org.tongqu.platform.data.exchange;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.exchange.Login;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.TestDatabase;
import org.tongqu.platform._support.TestServer;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.agreements.Request;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.Description.Way;
import org.tongqu.platform.data.catalog.ResourceCode;

/** Two departments, each with a system of its own (a schema of one database), a resource of the one, and a flow to the other. */
final class Twin {

    private static final class Shared {
        static final TestDatabase DATABASE = TestServer.shared().newDatabase();
    }

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String LAW = "《社会救助暂行办法》第五十八条";

    final Department provider = Department.fresh();
    final Department consumer = Department.fresh();
    final ResourceCode resource;
    final PlannedFlow flow;
    final String source;
    final String target;

    /** @param more lines of the flow */
    Twin(String more) throws SQLException {
        this("minutes: 1440", more);
    }

    /** @param pace when it runs, in the words of the declaration */
    Twin(String pace, String more) throws SQLException {
        resource = provider.published(Department.sharing(
                Department.draft("不动产登记"),
                new Description.Sharing(SharingType.CONDITIONAL, LAW, "逐人核验", Set.of(Way.TABLE))));
        var number = NUMBER.incrementAndGet();
        source = "own_" + number + ".person";
        target = "got_" + number + ".person";
        execute(
                "CREATE SCHEMA own_" + number,
                "CREATE SCHEMA got_" + number,
                "CREATE TABLE " + source
                        + " (id integer PRIMARY KEY, sfzh text, xm text, changed timestamptz NOT NULL DEFAULT now())",
                "CREATE TABLE " + target + " (cert_no text PRIMARY KEY, name text NOT NULL)");
        var connections = provider.bean(Connections.class);
        connections.connect("from-" + number, provider.organisation(), login());
        connections.connect("to-" + number, consumer.organisation(), login());
        flow = provider.bean(Flows.class).declare(yaml(number, pace, more)).orElseThrow();
    }

    private Flow yaml(int number, String pace, String more) {
        var yaml = """
                exchange: test-%1$d
                title: {zh: 测试, en: Test}
                runs:
                  agreement: {resource: %2$s, consumer: "%3$s", purpose: approval}
                  from: from-%1$d
                  to: to-%1$d
                  %5$s
                source: {table: own_%1$d.person, key: [id], watermark: changed}
                target: {table: got_%1$d.person, key: [cert_no]}
                columns:
                  - {to: cert_no, from: sfzh}
                  - {to: name, from: xm}
                %4$s
                """.formatted(number, resource.value(), consumer.organisation(), more, pace);
        return switch (ExchangeReader.read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8))) {
            case Outcome.Done<Flow, ?>(var read) -> read;
            case Outcome.Refused<Flow, ?>(var problems) -> throw new AssertionError(problems);
        };
    }

    static Login login() {
        var address = Shared.DATABASE.address();
        return new Login(address.url(), address.owner().role(), address.owner().password());
    }

    /** So many people with different numbers, each row as long as is said. */
    void people(int count, int length) throws SQLException {
        execute("INSERT INTO " + source + " (id, sfzh, xm) SELECT i, 'C' || to_char(i, 'FM000000'), rpad('P' || i, "
                + length + ", 'x') FROM generate_series(1, " + count + ") AS i");
    }

    Agreement agreed(Masking numbers, OptionalLong rows) {
        return agreed(Map.of("cert_no", numbers), rows);
    }

    /** @param masked items that are not given as they are */
    Agreement agreed(Map<String, Masking> masked, OptionalLong rows) {
        var negotiation = provider.bean(Negotiation.class);
        var today = LocalDate.ofInstant(provider.bean(Clock.class).instant(), WorkingCalendar.ZONE);
        var terms = new Agreement.Terms(
                Purpose.APPROVAL, "低保核对", LAW, Cycle.DAILY, OptionalLong.empty(), today, today.plusYears(1));
        var id = negotiation
                .request(consumer.officer(), new Request(resource, terms, List.copyOf(flow.items())))
                .orElseThrow()
                .id();
        var items = flow.items().stream()
                .collect(Collectors.toMap(item -> item, item -> masked.getOrDefault(item, Masking.PLAIN)));
        var given = Answer.giving(items, rows);
        negotiation.act(provider.officer(), id, AgreementAct.AGREE, given).orElseThrow();
        return negotiation
                .act(provider.authority(), id, AgreementAct.CONFIRM, Answer.saying(""))
                .orElseThrow();
    }

    Run run() throws Exception {
        return provider.bean(Flows.class)
                .begin(flow, "system")
                .get(60, TimeUnit.SECONDS)
                .orElseThrow();
    }

    static void execute(String... statements) throws SQLException {
        try (var connection = login().open()) {
            execute(connection, statements);
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of a query. */
    static List<String> values(String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = login().open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
        }
        return found;
    }
}
