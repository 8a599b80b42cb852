package org.tongqu.platform.data.comparison.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tongqu.engines.registers.Register;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.SqlName;
import org.tongqu.platform.data.comparison.internal.Ledger.Column;
import org.tongqu.platform.data.comparison.internal.Ledger.Thing;
import org.tongqu.platform.data.corrections.CorrectionAct;
import org.tongqu.platform.data.corrections.CorrectionMoved;
import org.tongqu.platform.data.exchange.HostedLedgers;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.golden.Position;
import org.tongqu.platform.data.golden.RecordFeed;
import org.tongqu.platform.data.golden.StoredRecords;
import org.tongqu.platform.trust.journal.Entry;

/**
 * Fills the ledgers of the demo's departments from its base registers, once, with what {@link Ledger} plants wrong. Where a
 * department answers a correction by having corrected, its clerk is played here: the ledger says then what was expected.
 */
@Component
public class LedgerDemo implements HostedLedgers {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerDemo.class);
    /** Of the registers the last to be delivered. */
    private static final String LAST = "city-component";

    private static final String ECONOMY = "macro-economy";
    private static final Map<String, String> SOURCES = Map.of("TJ", "statistics", "CZ", "finance", "SW", "tax");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int READ = 2_000;

    private final GoldenRegisters registers;
    private final RecordFeed feed;
    private final StoredRecords stored;
    private volatile @Nullable Login login;

    LedgerDemo(GoldenRegisters registers, RecordFeed feed, StoredRecords stored) {
        this.registers = registers;
        this.feed = feed;
        this.stored = stored;
    }

    @Override
    public String database() {
        return "hosted_ledgers";
    }

    @Override
    public void fill(Login here) throws SQLException {
        login = here;
        try (var connection = here.open()) {
            connection.setAutoCommit(false);
            if (isEmpty(connection)) {
                awaitRegisters();
                economy();
                var count = write(connection);
                connection.commit();
                LOG.info("The departments' ledgers have {} rows", count);
            }
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        var any = Ledger.all().stream()
                .map(ledger -> "EXISTS (SELECT FROM " + table(ledger) + ")")
                .collect(Collectors.joining(" OR ", "SELECT NOT (", ")"));
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(any)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static String table(Ledger ledger) {
        return SqlName.table("ledgers." + ledger.table());
    }

    /** The map of the city is delivered some time after the start; what does not come in time is left out. */
    private void awaitRegisters() {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!isThere()
                && System.nanoTime() < until
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    private boolean isThere() {
        return registers.standings().stream()
                .anyMatch(standing -> standing.register().code().equals(LAST) && standing.records() > 0);
    }

    private void economy() {
        var economy = registers.find(ECONOMY);
        if (economy.isPresent()) {
            SOURCES.forEach((prefix, source) -> registers.deliver(
                    economy.get(),
                    source,
                    Entry.Doer.SYSTEM,
                    Indicators.of(prefix).iterator()));
        }
    }

    private int write(Connection connection) throws SQLException {
        var count = 0;
        var until = System.nanoTime() + PATIENCE.toNanos();
        for (var ledger : Ledger.all()) {
            var rows = readable(ledger, until);
            var columns = Stream.concat(
                            Stream.of(ledger.key()), ledger.columns().stream().map(Column::name))
                    .toList();
            var marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
            try (var statement = connection.prepareStatement("INSERT INTO " + table(ledger) + " ("
                    + SqlName.columns(columns) + ", updated_at) VALUES (" + marks + ", now())")) {
                for (var thing : rows.things()) {
                    statement.setString(1, thing.identifier());
                    for (int i = 0; i < thing.values().size(); i++) {
                        statement.setString(i + 2, thing.values().get(i));
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            count += rows.things().size();
        }
        return count;
    }

    /** What was just delivered is read once every transaction that began before has ended. */
    private Ledger.Rows readable(Ledger ledger, long until) {
        var rows = rows(ledger);
        while (rows.things().isEmpty()
                && System.nanoTime() < until
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            rows = rows(ledger);
        }
        return rows;
    }

    /** What stands in a ledger when it is filled now. */
    Ledger.Rows rows(Ledger ledger) {
        return ledger.rows(registers
                .find(ledger.register())
                .map(register -> things(register, ledger.columns()))
                .orElse(List.of()));
    }

    private List<Thing> things(Register register, List<Column> columns) {
        List<Thing> things = new ArrayList<>();
        var upTo = feed.end();
        var from = Position.START;
        while (true) {
            var lines = feed.lines(register, from, upTo, READ);
            lines.stream()
                    .filter(line -> line.record().isPresent() && isOwn(register, line.identifier()))
                    .map(line -> new Thing(
                            line.identifier(),
                            columns.stream()
                                    .map(column -> value(register, line.record().orElseThrow(), column))
                                    .toList()))
                    .forEach(things::add);
            if (lines.size() < READ) {
                return things.stream()
                        .sorted(Comparator.comparing(Thing::identifier))
                        .toList();
            }
            from = lines.getLast().position();
        }
    }

    /** Not what is known by a passport, or by no number at all. */
    private static boolean isOwn(Register register, String identifier) {
        return !register.identifier().isUnlike(identifier);
    }

    private String value(Register register, StoredRecords.Stored record, Column column) {
        return register.findAttribute(column.attribute())
                .flatMap(attribute -> stored.value(record, attribute))
                .orElse("");
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void after(CorrectionMoved moved) {
        var here = login;
        if (here != null && moved.deed().equals(CorrectionAct.CORRECT.code())) {
            Ledger.all().stream()
                    .filter(ledger ->
                            ledger.flow().equals(moved.correction().origin().flow()))
                    .findFirst()
                    .ifPresent(ledger -> correct(here, ledger, moved));
        }
    }

    private static void correct(Login here, Ledger ledger, CorrectionMoved moved) {
        var told = moved.correction().told();
        try (var connection = here.open();
                var statement = connection.prepareStatement("UPDATE " + table(ledger) + " SET "
                        + SqlName.column(told.item()) + " = ?, updated_at = clock_timestamp() WHERE "
                        + SqlName.column(ledger.key()) + " = ?")) {
            statement.setString(1, told.expected());
            statement.setString(2, told.key());
            statement.executeUpdate();
        } catch (SQLException away) {
            LOG.warn("The ledger {} could not be corrected", ledger.table(), away);
        }
    }
}
