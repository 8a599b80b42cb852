package org.tongqu.bench.faults;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.tongqu.bench.exchange.Servers;
import org.tongqu.exchange.Login;

/** Whether the target is what the source is, row by row, and whether the ledger tells what really was written. */
record Truth(Field field) {

    /**
     * What differs.
     *
     * @param lost rows that the target or its quarantine lacks or has otherwise, and changes it never counted
     * @param duplicated rows that were written without being counted, set aside twice, left over, or went back a step
     */
    record Verdict(long lost, long duplicated) {

        Verdict plus(Verdict other) {
            return new Verdict(lost + other.lost, duplicated + other.duplicated);
        }
    }

    boolean isSame() throws SQLException {
        for (var table : Field.RUN) {
            if (!rows(table).equals(new Verdict(0, 0))) {
                return false;
            }
        }
        return rows(Field.FOLLOWED).equals(new Verdict(0, 0));
    }

    Verdict verdict() throws SQLException {
        var all = new Verdict(
                0,
                Servers.number(field.target(), "SELECT count(*) FROM step_back") + Servers.number(field.target(), """
                        SELECT count(*) FROM (SELECT 1 FROM tongqu_exchange.quarantine
                                               GROUP BY flow, run, line HAVING count(*) > 1) twice
                        """));
        for (var table : Field.RUN) {
            all = all.plus(rows(table)).plus(counts(ledger(table)));
        }
        var made = Servers.number(field.source(), "SELECT coalesce(sum(rows), 0) FROM tally");
        return all.plus(rows(Field.FOLLOWED))
                .plus(counts(made - Servers.number(field.target(), "SELECT changes FROM tongqu_exchange.feed")));
    }

    /** How many rows the ledger says were written beyond those that were, in one look. */
    private long ledger(String table) throws SQLException {
        return Servers.number(field.target(), """
                SELECT (SELECT coalesce(sum(rows_written), 0) FROM tongqu_exchange.receipt WHERE flow = '%1$s')
                     + (SELECT coalesce(sum(rows_written), 0) FROM tongqu_exchange.run AS now
                         WHERE flow = '%1$s'
                           AND NOT EXISTS (SELECT FROM tongqu_exchange.receipt AS ended
                                            WHERE ended.flow = now.flow AND ended.run = now.run))
                     - (SELECT coalesce(sum(rows), 0) FROM tally WHERE name = '%2$s')
                """.formatted(CentreProgram.system(table), table));
    }

    private static Verdict counts(long missing) {
        return new Verdict(Math.max(0, missing), Math.max(0, -missing));
    }

    private Verdict rows(String table) throws SQLException {
        var here = contents(field.source(), "SELECT number, name || ' ' || version FROM " + table);
        var there = contents(field.target(), "SELECT cert_no, name || ' ' || state FROM " + table);
        var aside = table.equals(Field.FOLLOWED)
                ? Map.<String, String>of()
                : contents(
                        field.target(),
                        "SELECT 'bad' || key, '' FROM tongqu_exchange.quarantine WHERE flow = '"
                                + CentreProgram.system(table) + "'");
        long lost = 0;
        for (var row : here.entrySet()) {
            if (!aside.containsKey(row.getKey()) && !row.getValue().equals(there.get(row.getKey()))) {
                lost++;
            }
        }
        return new Verdict(
                lost,
                there.keySet().stream().filter(key -> !here.containsKey(key)).count());
    }

    private static Map<String, String> contents(Login login, String query) throws SQLException {
        Map<String, String> found = new HashMap<>();
        try (var connection = login.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }
}
