package org.tongqu.bench.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.kernel.Outcome;

/**
 * A kind of source whose changes are followed.
 *
 * @param connector as a flow names it
 * @param named before the names of its figures
 * @param prepared its table, and rows in it
 * @param now the moment as it says it
 */
record ChangingSource(String connector, String named, List<String> prepared, String now, Lags.From from) {

    static final int ACCOUNTS = 50_000;
    static final int A_TRANSACTION = 10;

    static ChangingSource postgres() {
        var table = """
                CREATE TABLE account (id bigint PRIMARY KEY, version bigint NOT NULL, holder text, amount numeric(12,2),
                    changed timestamptz)
                """;
        var rows =
                "INSERT INTO account SELECT i, 0, 'holder ' || i, i, now() FROM generate_series(1, " + ACCOUNTS + ") i";
        return new ChangingSource("postgresql", "", List.of(table, rows), "clock_timestamp()", Lags.From.COMMIT);
    }

    static ChangingSource mariaDb() {
        var table = """
                CREATE TABLE account (id bigint PRIMARY KEY, version bigint NOT NULL, holder text, amount decimal(12,2),
                    changed timestamp(6) NULL) ENGINE=InnoDB
                """;
        var rows = "INSERT INTO account SELECT seq, 0, concat('holder ', seq), seq, now(6) FROM seq_1_to_" + ACCOUNTS;
        return new ChangingSource("mariadb", "mariadb_", List.of(table, rows), "now(6)", Lags.From.ANSWER);
    }

    /** Its parameters are the keys of {@link #A_TRANSACTION} rows. */
    String some() {
        return update() + " WHERE id IN (?" + ", ?".repeat(A_TRANSACTION - 1) + ")";
    }

    /** Its parameters are the first key and the last one. */
    String range() {
        return update() + " WHERE id BETWEEN ? AND ?";
    }

    private String update() {
        return "UPDATE account SET version = version + 1, amount = amount + 1, changed = " + now;
    }

    Flow flow() throws IOException {
        try (var file = ChangingSource.class.getResourceAsStream("/bench/changes.yaml")) {
            if (file == null) {
                throw new IllegalStateException("The flow is not on the class path");
            }
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("source: {", "source: {connector: " + connector + ", ");
            return switch (ExchangeReader.read("changes.yaml", text.getBytes(StandardCharsets.UTF_8))) {
                case Outcome.Done<Flow, ?>(var flow) -> flow;
                case Outcome.Refused<Flow, ?>(var problems) -> throw new IllegalStateException(problems.toString());
            };
        }
    }
}
