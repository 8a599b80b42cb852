package org.tongqu.platform.trust.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform._support.PlatformDatabase;
import org.tongqu.platform._support.TestDatabase;
import org.tongqu.platform.operate.store.Later;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Recorded;
import org.tongqu.platform.trust.journal.Verdict;
import org.tongqu.platform.trust.journal.Verdict.Fault;

/** FEATURE: what was committed is linked, nothing is skipped, and what was altered afterwards is found. */
@PlatformDatabase
class ChainTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:03:04.123456Z");

    private final TestDatabase database;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final EntryStore entries;
    private final Chain chain;

    ChainTest(TestDatabase database) {
        this.database = database;
        this.sql = database.asApplication();
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        this.entries = new EntryStore(sql, new Later(database.dataSource()));
        this.chain = new Chain(sql, transactions);
        database.asOwner()
                .sql("SET journal.maintenance = 'on'; TRUNCATE journal.link, journal.entry")
                .update();
    }

    @Test
    void anEntryReadsBackAsItWasWritten() {
        var entry = entry("case-1")
                .because("材料不齐")
                .under("agreement-7")
                .with(Datum.empty().with("n", Datum.of(3)));

        append(entry);
        chain.seal();

        assertThat(entries.ofSubject(new Entry.Subject("case", "case-1")))
                .extracting(Recorded::entry)
                .containsExactly(entry);
        assertThat(entries.ofWho("staff-1", Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(found -> assertThat(found.link()).contains(1L));
    }

    @Test
    void theTailThatIsNotSealedYetIsCountedAsSuch() {
        append(entry("case-1"));
        chain.seal();
        append(entry("case-2"), entry("case-3"));

        assertThat(chain.verify()).isInstanceOfSatisfying(Verdict.Whole.class, whole -> {
            assertThat(whole.links()).isEqualTo(1);
            assertThat(whole.unsealed()).isEqualTo(2);
        });
    }

    @Test
    void anEntryOfATransactionThatIsStillOpenWaitsAndSoDoesWhatWasCommittedAfterIt() throws Exception {
        var open = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> slow = threads.submit(() -> transactions.executeWithoutResult(status -> {
                entries.insert(List.of(entry("slow")));
                open.countDown();
                await(mayCommit);
            }));
            open.await();
            append(entry("quick"));

            assertThat(chain.seal())
                    .as("sealed while the older transaction is open")
                    .isZero();

            mayCommit.countDown();
            slow.get();
        }
        assertThat(chain.seal()).isEqualTo(2);
        assertThat(subjectsInChainOrder()).containsExactly("slow", "quick");
    }

    @Test
    void ofManyThatCommitAtOnceNoneIsSkipped_whileTheSealerRuns() throws Exception {
        var writers = 6;
        var each = 150;
        try (var threads = Executors.newFixedThreadPool(writers + 1)) {
            var done = IntStream.range(0, writers)
                    .mapToObj(writer -> threads.submit(
                            () -> IntStream.range(0, each).forEach(i -> append(entry("case-" + writer + "-" + i)))))
                    .toList();
            Future<?> sealer = threads.submit(() -> {
                while (!done.stream().allMatch(Future::isDone)) {
                    chain.seal();
                }
            });
            for (var writer : done) {
                writer.get();
            }
            sealer.get();
        }
        chain.seal();

        assertThat(chain.verify()).isInstanceOfSatisfying(Verdict.Whole.class, whole -> {
            assertThat(whole.links()).isEqualTo((long) writers * each);
            assertThat(whole.unsealed()).isZero();
        });
    }

    @Test
    void whatWasRolledBackLeavesNoHoleInTheChain() {
        append(entry("case-1"));
        transactions.executeWithoutResult(status -> {
            entries.insert(List.of(entry("never")));
            status.setRollbackOnly();
        });
        append(entry("case-2"));

        assertThat(chain.seal()).isEqualTo(2);
        assertThat(chain.verify()).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void neitherTheApplicationNorTheOwnerMayChangeOrEmptyTheJournal() {
        append(entry("case-1"));

        for (var statement : List.of(
                "UPDATE journal.entry SET who = 'x'",
                "DELETE FROM journal.entry",
                "TRUNCATE journal.entry, journal.link",
                "DELETE FROM journal.link")) {
            assertThatThrownBy(() -> sql.sql(statement).update())
                    .as("application: " + statement)
                    .isInstanceOf(DataAccessException.class);
        }
        chain.seal();
        for (var statement :
                List.of("UPDATE journal.entry SET who = 'x'", "DELETE FROM journal.link", "TRUNCATE journal.link")) {
            assertThatThrownBy(() -> database.asOwner()
                            .sql("RESET journal.maintenance; " + statement)
                            .update())
                    .as("owner: " + statement)
                    .hasStackTraceContaining("only grows");
        }
    }

    @Test
    void anEntryAlteredBehindEverybodysBackIsFound() {
        append(entry("case-1"), entry("case-2"), entry("case-3"));
        chain.seal();

        tamper("UPDATE journal.entry SET why = 'another reason' WHERE subject = 'case-2'");

        assertThat(chain.verify()).isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
            assertThat(broken.link()).isEqualTo(2);
            assertThat(broken.fault()).isEqualTo(Fault.ALTERED);
        });
    }

    @Test
    void anEntryTakenAwayIsFound() {
        append(entry("case-1"), entry("case-2"));
        chain.seal();

        tamper("DELETE FROM journal.entry WHERE subject = 'case-1'");

        assertThat(chain.verify())
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.fault()).isEqualTo(Fault.ENTRY_MISSING));
    }

    @Test
    void anEntryTakenAwayWithItsLinkIsFound() {
        append(entry("case-1"), entry("case-2"), entry("case-3"));
        chain.seal();

        tamper("""
                DELETE FROM journal.link WHERE number = 2;
                DELETE FROM journal.entry WHERE subject = 'case-2'
                """);

        assertThat(chain.verify())
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.fault()).isEqualTo(Fault.LINK_MISSING));
    }

    @Test
    void anEntrySlippedInBehindTheSealerIsFound() {
        append(entry("case-1"));
        chain.seal();

        tamper("""
                INSERT INTO journal.entry (xid, at, who, who_name, verb, subject_kind, subject, details)
                VALUES ('3', now(), 'x', 'x', 'x', 'case', 'forged', '{}')
                """);

        assertThat(chain.verify())
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.fault()).isEqualTo(Fault.NEVER_LINKED));
    }

    private static Entry entry(String subject) {
        return Entry.of(NOW, new Entry.Doer("staff-1", "赵敏"), "casework.accept", new Entry.Subject("case", subject));
    }

    private void append(Entry... many) {
        transactions.executeWithoutResult(status -> entries.insert(List.of(many)));
    }

    private void tamper(String statements) {
        database.asOwner().sql("SET journal.maintenance = 'on'; " + statements).update();
    }

    private List<String> subjectsInChainOrder() {
        return sql.sql("SELECT e.subject FROM journal.link l JOIN journal.entry e ON e.id = l.entry ORDER BY l.number")
                .query((row, number) -> row.getString("subject"))
                .list();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
