package org.tongqu.platform.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tongqu.platform.data.exchange.Twin.execute;
import static org.tongqu.platform.data.exchange.Twin.values;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.exchange.source.Sources;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.TableExchange;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.exchange.internal.RunStore;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: between two departments flows what was agreed, and nothing else. */
class FlowRunTest {

    private static final int MOST = 5;

    @Test
    void withoutAnAgreementNothingFlowsAndTheRefusalIsKeptOnce() throws Exception {
        var twin = new Twin("");
        twin.people(10, 10);

        var first = twin.run();
        twin.run();

        assertThat(first.state()).isEqualTo(Run.State.REFUSED);
        assertThat(first.reason()).isEqualTo(new Reason("no-agreement", ""));
        assertThat(values("SELECT count(*) FROM " + twin.target)).containsExactly("0");
        assertThat(journal(twin)).containsExactly("exchange.run-refused");
    }

    private static List<String> journal(Twin twin) {
        return twin.provider.bean(Journal.class).entries(new Entry.Subject("flow", twin.flow.id())).stream()
                .map(recorded -> recorded.entry().verb())
                .toList();
    }

    @Test
    void underAnAgreementRowsFlowAreCountedAndJournalledUnderItsId() throws Exception {
        var twin = new Twin("""
                rules:
                  - {id: shape, column: cert_no, pattern: "C[0-9]{6}", basis: X, meaning: {zh: 号码, en: Number}}
                """);
        twin.people(10, 10);
        execute("UPDATE " + twin.source + " SET sfzh = 'bad' WHERE id = 4");
        var agreement = twin.agreed(Masking.PLAIN, OptionalLong.empty());

        var run = twin.run();

        assertThat(run.state()).isEqualTo(Run.State.COMPLETE);
        assertThat(run.agreement()).contains(agreement.id());
        assertThat(run.rows()).isEqualTo(new Run.Rows(10, 9, 1));
        assertThat(run.digest()).isNotEmpty();
        assertThat(values("SELECT count(*) FROM " + twin.target)).containsExactly("9");
        var store = twin.provider.bean(JdbcClient.class);
        assertThat(store.sql("SELECT rows_written FROM exchange.meter WHERE agreement = ?")
                        .param(agreement.id())
                        .query(Long.class)
                        .list())
                .containsExactly(9L);
        assertThat(store.sql("SELECT waiting FROM exchange.flow WHERE id = ?")
                        .param(twin.flow.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(store.sql(
                                "SELECT rows - refused FROM catalog.delivery d JOIN catalog.resource r ON r.id = d.resource"
                                        + " WHERE r.code = ?")
                        .param(twin.flow.resource().value())
                        .query(Long.class)
                        .list())
                .as("how fresh and how right the catalogue shows the resource")
                .containsExactly(9L);
        assertThat(twin.provider.bean(Journal.class).entries(new Entry.Subject("flow", twin.flow.id())))
                .singleElement()
                .satisfies(entry -> assertThat(entry.entry().agreement()).contains(agreement.id()));
    }

    @Test
    void rowsAndItemsFlowAsFarAndAsHiddenAsAgreed() throws Exception {
        var twin = new Twin("");
        twin.people(250, 10);
        twin.agreed(Masking.HASHED, OptionalLong.of(100));

        var first = twin.run();
        assertThat(first.state()).isEqualTo(Run.State.LIMITED);
        assertThat(first.rows().written()).isEqualTo(100);
        assertThat(twin.run().rows().written()).isEqualTo(100);
        var last = twin.run();
        assertThat(last.state()).isEqualTo(Run.State.COMPLETE);
        assertThat(last.rows()).isEqualTo(new Run.Rows(50, 50, 0));

        assertThat(values("SELECT count(*) FROM " + twin.target + " WHERE length(cert_no) = 32"))
                .containsExactly("250");
        assertThat(values("SELECT count(*) FROM " + twin.target + " WHERE cert_no ~ '^C[0-9]{6}$'"))
                .containsExactly("0");
    }

    /** A program that was killed under a run has left rows in the target and no word about them. */
    @Test
    void whatACutRunMovedIsCountedOnceWhenTheNextBegins() throws Exception {
        var twin = new Twin("");
        twin.people(250, 10);
        var agreement = twin.agreed(Masking.PLAIN, OptionalLong.of(100));
        twin.run();
        var source = Sources.open(twin.flow.flow(), Twin.login()).orElseThrow();
        new TableExchange(twin.flow.flow(), source, Twin.login(), Instant::now)
                .run(Mode.CHANGED, OptionalLong.of(60), () -> true);

        assertThat(twin.run().rows()).isEqualTo(new Run.Rows(90, 90, 0));
        assertThat(twin.run().rows()).isEqualTo(Run.Rows.NONE);

        assertThat(twin.provider.bean(RunStore.class).of(twin.flow.id(), Long.MAX_VALUE, 9))
                .extracting(Run::state, run -> run.rows().written())
                .containsExactly(
                        tuple(Run.State.COMPLETE, 0L),
                        tuple(Run.State.COMPLETE, 90L),
                        tuple(Run.State.CUT_SHORT, 60L),
                        tuple(Run.State.LIMITED, 100L));
        assertThat(twin.provider
                        .bean(JdbcClient.class)
                        .sql("SELECT rows_written FROM exchange.meter WHERE agreement = ?")
                        .param(agreement.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(250);
        assertThat(journal(twin)).contains("exchange.run-cut-short");
    }

    @Test
    void moreRowsWithoutAnOrderThanAgreedAreRefusedWithWhatToDoAndComeWhenTheyHaveOne() throws Exception {
        var twin = new Twin("");
        twin.people(200, 10);
        execute(
                "ALTER TABLE " + twin.source + " ALTER changed DROP NOT NULL",
                "UPDATE " + twin.source + " SET changed = NULL WHERE id > 50");
        twin.agreed(Masking.PLAIN, OptionalLong.of(100));

        assertThat(twin.run()).returns(Run.State.LIMITED, Run::state).returns(new Run.Rows(50, 50, 0), Run::rows);
        var refused = twin.run();
        assertThat(refused.state()).isEqualTo(Run.State.REFUSED);
        assertThat(refused.reason()).isEqualTo(new Reason("limit-without-order", "changed, id"));
        assertThat(refused.rows()).isEqualTo(Run.Rows.NONE);

        execute("UPDATE " + twin.source + " SET changed = now() WHERE id > 60");
        assertThat(twin.run()).returns(Run.State.COMPLETE, Run::state).returns(new Run.Rows(10, 10, 0), Run::rows);
        assertThat(twin.run().state()).isEqualTo(Run.State.LIMITED);
        assertThat(twin.run().state()).isEqualTo(Run.State.COMPLETE);
        assertThat(values("SELECT count(*) FROM " + twin.target)).containsExactly("200");
    }

    @Test
    void ofAMaskedItemTheEndsAreShown() throws Exception {
        var twin = new Twin("");
        twin.people(1, 10);
        twin.agreed(Masking.MASKED, OptionalLong.empty());

        twin.run();

        assertThat(values("SELECT cert_no FROM " + twin.target)).containsExactly("C*****1");
    }

    @Test
    void anAgreementThatIsRevokedStopsTheRunningFlowWithinFiveSeconds() throws Exception {
        var twin = new Twin("");
        try (var gate = Twin.login().open()) {
            twin.people(30_000, 1000);
            execute(
                    "CREATE FUNCTION public.wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM"
                            + " pg_advisory_xact_lock_shared(4711); RETURN NEW; END'",
                    "CREATE TRIGGER wait BEFORE INSERT ON " + twin.target
                            + " FOR EACH ROW WHEN (NEW.cert_no = 'C015000')"
                            + " EXECUTE FUNCTION public.wait_at_gate()");
            execute(gate, "SELECT pg_advisory_lock(4711)");
            var agreement = twin.agreed(Masking.PLAIN, OptionalLong.empty());
            var running = twin.provider.bean(Flows.class).begin(twin.flow, "system");
            awaitLock(gate);

            twin.provider
                    .bean(Negotiation.class)
                    .act(twin.provider.chief(), agreement.id(), AgreementAct.REVOKE, Answer.saying("泄露风险"))
                    .orElseThrow();
            var run = running.get(MOST, TimeUnit.SECONDS).orElseThrow();

            assertThat(run.state()).isEqualTo(Run.State.STOPPED);
            assertThat(run.reason()).isEqualTo(new Reason("not-in-force", "revoked"));
            execute(gate, "SELECT pg_advisory_unlock(4711)");
            var there = values("SELECT count(*) FROM " + twin.target).getFirst();
            assertThat(Long.parseLong(there)).isEqualTo(run.rows().written()).isBetween(1L, 14_999L);
            assertThat(twin.run().reason()).isEqualTo(new Reason("not-in-force", "revoked"));

            twin.agreed(Masking.PLAIN, OptionalLong.empty());
            var again = twin.run();
            while (again.reason().code().equals("already-running")) {
                again = twin.run();
            }
            assertThat(again.state()).isEqualTo(Run.State.COMPLETE);
            assertThat(values("SELECT count(*) FROM " + twin.target)).containsExactly("30000");
        }
    }

    /** Until the flow waits for what the gate holds. */
    private static void awaitLock(Connection gate) throws SQLException {
        var sql = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = 4711"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
        try (var statement = gate.prepareStatement(sql)) {
            var waiting = 0;
            while (waiting == 0) {
                try (var row = statement.executeQuery()) {
                    row.next();
                    waiting = row.getInt(1);
                }
            }
        }
    }

    @Test
    void thePasswordOfASystemIsSealedInTheStore() throws Exception {
        var twin = new Twin("");
        var kept = twin.provider
                .bean(JdbcClient.class)
                .sql("SELECT encode(password, 'escape') FROM exchange.system WHERE id = ?")
                .param(twin.flow.running().from())
                .query(String.class)
                .single();

        assertThat(kept).doesNotContain(Twin.login().password());
        assertThat(Twin.login().toString()).doesNotContain(Twin.login().password());
    }

    /** The server's own word for a disk without room, said by a trigger: nothing else is different to a run. */
    @Test
    void aFullDiskOfTheTargetIsNamedAndTheNextRunGoesOnWithNothingLost() throws Exception {
        var twin = new Twin("");
        twin.people(10, 10);
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        Twin.execute(
                "CREATE FUNCTION says_full() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN RAISE EXCEPTION USING ERRCODE = ''disk_full''; END'",
                "CREATE TRIGGER is_full BEFORE INSERT ON " + twin.target
                        + " FOR EACH ROW WHEN (NEW.cert_no = 'C000007') EXECUTE FUNCTION says_full()");
        var full = twin.run();
        assertThat(full.state()).isEqualTo(Run.State.FAILED);
        assertThat(full.reason()).isEqualTo(new Reason("disk-full", ""));

        Twin.execute("DROP TRIGGER is_full ON " + twin.target, "DROP FUNCTION says_full()");
        assertThat(twin.run().state()).isEqualTo(Run.State.COMPLETE);
        assertThat(Twin.values("SELECT count(*) FROM " + twin.target)).containsExactly("10");
    }

    @Test
    void aFlowIsHaltedAndResumedByTheDataLeadsOfItsSidesAndNobodyElse() throws Exception {
        var twin = new Twin("");
        var flows = twin.provider.bean(Flows.class);

        assertThat(flows.halt(twin.consumer.acceptor(), twin.flow.id())).isInstanceOf(Outcome.Refused.class);
        assertThat(flows.halt(twin.consumer.chief(), twin.flow.id()).orElseThrow())
                .isEqualTo(twin.flow);
        assertThat(flows.halt(twin.provider.chief(), twin.flow.id()))
                .isEqualTo(Outcome.refused(new FlowRefusal.Already()));
        assertThat(flows.resume(twin.provider.chief(), twin.flow.id()).orElseThrow())
                .isEqualTo(twin.flow);
        assertThat(journal(twin)).containsExactly("exchange.flow-halt", "exchange.flow-resume");
    }
}
