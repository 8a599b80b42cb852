package org.tongqu.platform.data.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.platform.data.exchange.NodeSteps.GATE;
import static org.tongqu.platform.data.exchange.NodeSteps.await;
import static org.tongqu.platform.data.exchange.NodeSteps.count;
import static org.tongqu.platform.data.exchange.NodeSteps.door;
import static org.tongqu.platform.data.exchange.NodeSteps.due;
import static org.tongqu.platform.data.exchange.NodeSteps.ended;
import static org.tongqu.platform.data.exchange.NodeSteps.gate;
import static org.tongqu.platform.data.exchange.NodeSteps.isWaiting;
import static org.tongqu.platform.data.exchange.NodeSteps.signatures;
import static org.tongqu.platform.data.exchange.NodeSteps.verdict;
import static org.tongqu.platform.data.exchange.Twin.execute;
import static org.tongqu.platform.data.exchange.Twin.values;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.exchange.inventory.FoundTable;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Covering;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.data.discovery.Discovery;
import org.tongqu.platform.data.discovery.DiscoveryRefusal;
import org.tongqu.platform.data.discovery.Looked;
import org.tongqu.platform.data.discovery.SharingTerms;
import org.tongqu.platform.data.exchange.internal.RunStore;
import org.tongqu.platform.data.exchange.internal.SystemStore;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: a department's node fetches what is due for its department and writes it there. */
class NodeWritesTest {

    @TempDir
    private Path folder;

    /** Enrolled for the system that gets the rows, and told the way into its database. */
    private TestNode enrolled(Twin twin, String centre) throws IOException {
        return enrolled(folder, twin.consumer, twin.flow.running().to(), centre);
    }

    private static TestNode enrolled(Path folder, Department of, String system, String centre) throws IOException {
        var code = of.bean(Nodes.class)
                .invite(of.chief(), of.organisation(), system)
                .orElseThrow()
                .text();
        var node = new TestNode(folder);
        assertThat(node.enrol(centre, code)).returns(0, TestNode.Said::code);
        assertThat(node.connect(system)).returns(0, TestNode.Said::code);
        return node;
    }

    private static String centre(Twin twin) throws IOException {
        return door(twin).address().orElseThrow();
    }

    @Test
    void whatIsHiddenIsHiddenAtTheCentreAndTheDepartmentSignsWhatItGot() throws Exception {
        var twin = new Twin("""
                rules:
                  - {id: shape, column: cert_no, pattern: "C[0-9]{6}", basis: X, meaning: {zh: 号码, en: Number}}
                """);
        twin.people(1000, 10);
        execute("UPDATE " + twin.source + " SET sfzh = 'bad' WHERE id = 4");
        execute("ALTER TABLE " + twin.target + " ADD CHECK (name <> 'P5xxxxxxxx')");
        var agreement = twin.agreed(Masking.HASHED, OptionalLong.of(700));
        try (var node = enrolled(twin, centre(twin))) {
            due(twin);
            node.start();

            var first = ended(twin);
            assertThat(first.state()).isEqualTo(Run.State.LIMITED);
            assertThat(first.agreement()).contains(agreement.id());
            assertThat(first.rows()).isEqualTo(new Run.Rows(700, 698, 2));
            due(twin);
            await(() -> ended(twin).id() != first.id());

            var second = ended(twin);
            assertThat(second.state()).isEqualTo(Run.State.COMPLETE);
            assertThat(second.rows()).isEqualTo(new Run.Rows(300, 300, 0));
            var hidden = twin.provider.bean(Covering.class).of(Masking.HASHED, agreement.id());
            assertThat(values("SELECT count(*) FROM " + twin.target)).containsExactly("998");
            assertThat(values("SELECT name FROM " + twin.target + " WHERE cert_no = '" + hidden.apply("C000017") + "'"))
                    .containsExactly("P17xxxxxxx");
            await(() -> signatures(twin, second) == 3);
            await(() -> twin.provider
                            .bean(JdbcClient.class)
                            .sql("SELECT field || ' ' || filled FROM exchange.filling WHERE flow = ? AND rows >= 698")
                            .param(twin.flow.id())
                            .query(String.class)
                            .list()
                            .size()
                    == 2);
            assertThat(verdict(twin, second).isTrue()).isTrue();
            staysInTheDepartment(twin);
            itsTablesAreFoundByItsOwnDepartmentAlone(twin);
            assertThat(twin.provider
                            .bean(Flows.class)
                            .begin(twin.flow, "system")
                            .get())
                    .as("the centre itself does not write what a node keeps")
                    .isEmpty();
        }
    }

    /** The centre has no login, so that the node tells what its database says of itself. */
    private static void itsTablesAreFoundByItsOwnDepartmentAlone(Twin twin) {
        var discovery = twin.consumer.bean(Discovery.class);
        var system = twin.flow.running().to();
        var officer = twin.consumer.officer();
        assertThat(discovery.systems(officer)).containsExactly(system);
        var found = discovery.look(officer, system).orElseThrow().tables().stream()
                .map(Looked.Seen::table)
                .filter(table -> table.path().equals(twin.target))
                .toList();
        assertThat(found)
                .singleElement()
                .satisfies(table -> assertThat(table.columns())
                        .containsExactly(
                                new FoundTable.Column(
                                        "cert_no", "", FoundTable.Kind.LONG_TEXT, 0, FoundTable.Place.KEY),
                                new FoundTable.Column(
                                        "name", "", FoundTable.Kind.LONG_TEXT, 0, FoundTable.Place.REQUIRED)));
        var terms = new SharingTerms("307900", "《测试条例》第一条", "逐项核验");
        var drafted = discovery
                .draft(officer, system, Set.of(twin.target), terms, "{path}")
                .orElseThrow();
        assertThat(twin.consumer
                        .bean(Catalog.class)
                        .editions(officer, drafted.getFirst())
                        .getFirst()
                        .description()
                        .format()
                        .toString())
                .contains("postgresql");
        assertThat(discovery.look(twin.provider.officer(), system))
                .isEqualTo(Outcome.refused(new DiscoveryRefusal.NoSystem()));
    }

    private static void staysInTheDepartment(Twin twin) {
        var employer = Employer.at(StartedPlatform.shared(), twin.consumer.organisation());
        var lead = employer.signIn(employer.hires(Compiling.CHIEF));
        assertThat(lead.opens("/desk/exchange/" + twin.flow.id() + "/quarantine")
                        .body())
                .contains("问题数据留在部门", "号码", "目标系统不接受")
                .doesNotContain("bad", "P5xxxxxxxx", "C000005");
        assertThat(lead.opens("/desk/exchange/nodes").body()).contains("读 0 个，写 1 个", "中心不再保管其数据库账号");
        assertThat(twin.provider
                        .bean(SystemStore.class)
                        .login(twin.flow.running().to()))
                .as("the node keeps the login, and nobody else")
                .isEmpty();
        assertThat(lead.opens("/desk/exchange").body())
                .contains(twin.flow.running().to(), "前置机");
    }

    /** A parcel is full with 4,000 rows set aside: five of them, and little to move. */
    private static final String ONE_IN_TEN = """
            rules:
              - {id: shape, column: cert_no, pattern: "C[0-9]{5}1", basis: X, meaning: {zh: 尾号一, en: Ends with 1}}
            """;

    private static final int ROWS = 18_000;
    private static final int PASS = ROWS / 10;

    @Test
    void nothingIsLostOrTwiceWhenTheNodeIsKilledAndTheLineCutBeforeAndAfterACommit() throws Exception {
        var twin = new Twin(ONE_IN_TEN);
        twin.people(ROWS, 10);
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        try (var relay = new Relay(door(twin).open(0));
                var gate = gate(twin, "C017991");
                var node = enrolled(twin, relay.address())) {
            relay.slow(4 << 20);
            due(twin);
            var first = node.start();
            await(() -> isWaiting(gate));
            var before = count(twin);
            first.kill();
            execute(gate, "SELECT pg_advisory_unlock(" + GATE + ")", "SELECT pg_advisory_lock(" + GATE + ")");
            assertThat(count(twin))
                    .as("what was not committed is not there")
                    .isEqualTo(before)
                    .isBetween(1L, PASS - 1L);

            var second = node.start();
            var away = node.page(second);
            await(() -> isWaiting(gate));
            relay.cut();
            execute(gate, "SELECT pg_advisory_unlock(" + GATE + ")");
            await(() -> count(twin) == PASS);
            await(() -> away.shows("交换中心没有应答"));
            second.kill();
            assertThat(runs(twin).getFirst().state()).as("nobody could say so").isEqualTo(Run.State.RUNNING);
            relay.mend();
            var page = node.page(node.start());

            var run = ended(twin);
            assertThat(run.state()).isEqualTo(Run.State.COMPLETE);
            assertThat(run.rows()).isEqualTo(new Run.Rows(ROWS, PASS, ROWS - PASS));
            assertThat(runs(twin)).hasSize(1);
            assertThat(count(twin)).isEqualTo(PASS);
            assertThat(values("SELECT count(*) || ' of ' || count(DISTINCT line) FROM tongqu_exchange.quarantine"
                            + " WHERE flow = '" + twin.flow.id() + "'"))
                    .containsExactly((ROWS - PASS) + " of " + (ROWS - PASS));
            await(() -> signatures(twin, run) == 3);
            assertThat(verdict(twin, run).isTrue()).isTrue();
            await(() -> page.shows("已写完"));
        }
    }

    @Test
    void aRevokedAgreementEndsTheFetchingInTheMiddleOfAParcelOnASlowLine() throws Exception {
        var twin = new Twin("");
        twin.people(40_000, 200);
        var agreement = twin.agreed(Masking.PLAIN, OptionalLong.empty());
        try (var relay = new Relay(door(twin).open(0));
                var node = enrolled(twin, relay.address())) {
            relay.slow(256 << 10);
            due(twin);
            var page = node.page(node.start());
            await(() -> relay.carried() > 200 << 10);
            var at = System.nanoTime();
            twin.provider
                    .bean(Negotiation.class)
                    .act(twin.provider.chief(), agreement.id(), AgreementAct.REVOKE, Answer.saying("泄露风险"))
                    .orElseThrow();

            var run = ended(twin);
            assertThat(Duration.ofNanos(System.nanoTime() - at)).isLessThan(Duration.ofSeconds(5));
            assertThat(run.state()).isEqualTo(Run.State.STOPPED);
            assertThat(run.reason()).isEqualTo(new Reason("not-in-force", "revoked"));
            assertThat(run.rows()).isEqualTo(Run.Rows.NONE);
            relay.slow(Long.MAX_VALUE);
            await(() -> page.shows("异常记录") && !page.shows("没有异常"));
            assertThat(relay.carried()).as("not a whole parcel").isLessThan(7 << 20);
            assertThat(count(twin)).isZero();
        }
    }

    @Test
    void fromNodeToNodeRowsWaitSealedAtTheCentreAndNoneIsLostOrTwiceWhenBothAreKilled() throws Exception {
        var twin = new Twin(ONE_IN_TEN);
        twin.people(ROWS, 10);
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        var running = twin.flow.running();
        try (var gate = gate(twin, "C008001");
                var giving = enrolled(folder.resolve("from"), twin.provider, running.from(), centre(twin));
                var taking = enrolled(folder, twin.consumer, running.to(), centre(twin))) {
            due(twin);
            var reader = giving.start();
            var writer = taking.start();
            await(() -> isWaiting(gate));
            await(() -> parcels(twin).size() == 3);
            assertThat(parcels(twin).stream()
                            .filter(parcel -> parcel.contains("C0080") || parcel.contains(twin.flow.id())))
                    .as("nothing of a row can be read in what waits")
                    .isEmpty();
            reader.kill();
            writer.kill();
            execute(gate, "SELECT pg_advisory_unlock(" + GATE + ")");
            taking.start();
            giving.start();

            var run = ended(twin);
            assertThat(run.state()).isEqualTo(Run.State.COMPLETE);
            assertThat(run.rows()).isEqualTo(new Run.Rows(ROWS, PASS, ROWS - PASS));
            assertThat(count(twin)).isEqualTo(PASS);
            assertThat(parcels(twin).size()).as("gone when written").isZero();
            await(() -> signatures(twin, run) == 3);
            assertThat(verdict(twin, run).isTrue())
                    .as("signed by both departments")
                    .isTrue();
        }
    }

    private static List<String> parcels(Twin twin) {
        return twin.provider
                .bean(JdbcClient.class)
                .sql("""
                        SELECT p.content FROM exchange.node_parcel p JOIN exchange.node_run r ON r.run = p.run
                         WHERE r.flow = ?""")
                .param(twin.flow.id())
                .query((row, number) -> new String(row.getBytes(1), ISO_8859_1))
                .list();
    }

    private static List<Run> runs(Twin twin) {
        return twin.provider.bean(RunStore.class).of(twin.flow.id(), Long.MAX_VALUE, 10);
    }
}
