package org.tongqu.platform.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.platform.data.exchange.Twin.execute;
import static org.tongqu.platform.data.exchange.Twin.values;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.platform.data.exchange.internal.NodeDoor;
import org.tongqu.platform.data.exchange.internal.RunStore;

/** What tests of nodes do and look at. */
final class NodeSteps {

    static final long GATE = 4712;
    private static final long MOST = 60;

    private NodeSteps() {}

    static NodeDoor door(Twin twin) throws IOException {
        var door = twin.provider.bean(NodeDoor.class);
        door.open(0);
        return door;
    }

    /** The last run, when it has ended. */
    static Run ended(Twin twin) {
        var store = twin.provider.bean(RunStore.class);
        await(() -> store.of(twin.flow.id(), Long.MAX_VALUE, 1).stream()
                .anyMatch(run -> run.ended().isPresent()));
        return store.of(twin.flow.id(), Long.MAX_VALUE, 1).getFirst();
    }

    static void await(BooleanSupplier wanted) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST);
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes more than a minute").isLessThan(end);
            betweenTwoLooks();
        }
    }

    /** Nodes are programs of their own and want the processor too. */
    private static void betweenTwoLooks() {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, 20, TimeUnit.MILLISECONDS)
                .join();
    }

    static void due(Twin twin) {
        twin.provider
                .bean(JdbcClient.class)
                .sql("UPDATE exchange.flow SET next_at = now() WHERE id = ?")
                .param(twin.flow.id())
                .update();
    }

    static long count(Twin twin) {
        try {
            return Long.parseLong(values("SELECT count(*) FROM " + twin.target).getFirst());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static int signatures(Twin twin, Run run) {
        return verdict(twin, run).signatures().size();
    }

    static ReceiptVerdict verdict(Twin twin, Run run) {
        var flow = twin.provider
                .bean(ExchangeBoard.class)
                .find(twin.provider.chief(), twin.flow.id(), LocalDate.EPOCH)
                .orElseThrow();
        return twin.provider.bean(Receipts.class).find(flow, run.id()).orElseThrow();
    }

    /** Lets no row of this number into the target until it is unlocked. */
    static Connection gate(Twin twin, String number) throws SQLException {
        var gate = Twin.login().open();
        execute(
                "CREATE OR REPLACE FUNCTION public.wait_at_node_gate() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM"
                        + " pg_advisory_xact_lock_shared(" + GATE + "); RETURN NEW; END'",
                "CREATE TRIGGER wait BEFORE INSERT ON " + twin.target + " FOR EACH ROW WHEN (NEW.cert_no = '" + number
                        + "') EXECUTE FUNCTION public.wait_at_node_gate()");
        execute(gate, "SELECT pg_advisory_lock(" + GATE + ")");
        return gate;
    }

    static boolean isWaiting(Connection gate) {
        var sql = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = " + GATE
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
        try (var statement = gate.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
