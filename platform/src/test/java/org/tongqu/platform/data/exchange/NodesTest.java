package org.tongqu.platform.data.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.exchange.node.NodeKeys;
import org.tongqu.exchange.parcels.OrderJson;
import org.tongqu.exchange.parcels.ParcelBytes;
import org.tongqu.exchange.source.PostgresSource;
import org.tongqu.exchange.table.Sending;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Covering;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.exchange.BareNode.Reply;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: a department's node reads its database and sends rows, and the centre needs no way into the department. */
class NodesTest {

    @TempDir
    private Path folder;

    private static String code(Twin twin) {
        return twin.provider
                .bean(Nodes.class)
                .invite(
                        twin.provider.chief(),
                        twin.provider.organisation(),
                        twin.flow.running().from())
                .orElseThrow()
                .text();
    }

    /** Enrolled, and told the way into its department's database. */
    private TestNode enrolled(Twin twin) throws IOException {
        var node = new TestNode(folder);
        assertThat(node.enrol(door(twin).address().orElseThrow(), code(twin))).returns(0, TestNode.Said::code);
        assertThat(node.connect(twin.flow.running().from())).returns(0, TestNode.Said::code);
        return node;
    }

    private static Node node(Twin twin) {
        return twin.provider
                .bean(Nodes.class)
                .list(twin.provider.chief(), new Nodes.NodePage(Long.MAX_VALUE, 1))
                .getFirst();
    }

    @Test
    void whatIsHiddenIsHiddenBeforeItLeavesAsTheCentreWouldHideIt() throws Exception {
        var twin = new Twin("""
                rules:
                  - {id: shape, column: cert_no, pattern: "C[0-9]{6}", basis: X, meaning: {zh: 号码, en: Number}}
                """);
        twin.people(1000, 10);
        execute("UPDATE " + twin.source + " SET sfzh = 'bad' WHERE id = 4");
        var agreement = twin.agreed(Masking.HASHED, OptionalLong.of(700));
        try (var node = enrolled(twin)) {
            due(twin);
            node.start();

            var first = ended(twin);
            assertThat(first.state()).isEqualTo(Run.State.LIMITED);
            assertThat(first.agreement()).contains(agreement.id());
            assertThat(first.rows()).isEqualTo(new Run.Rows(700, 699, 1));
            due(twin);
            await(() -> ended(twin).id() != first.id());

            assertThat(ended(twin).state()).isEqualTo(Run.State.COMPLETE);
            assertThat(ended(twin).rows()).isEqualTo(new Run.Rows(300, 300, 0));
            var hidden = twin.provider.bean(Covering.class).of(Masking.HASHED, agreement.id());
            assertThat(values("SELECT count(*) FROM " + twin.target)).containsExactly("999");
            assertThat(values("SELECT name FROM " + twin.target + " WHERE cert_no = '" + hidden.apply("C000017") + "'"))
                    .containsExactly("P17xxxxxxx");
            var before = ended(twin).id();
            assertThat(twin.provider
                            .bean(Flows.class)
                            .begin(twin.flow, "system")
                            .get())
                    .as("the centre itself does not read what a node keeps")
                    .isEmpty();
            await(() -> ended(twin).id() != before && ended(twin).ended().isPresent());
            assertThat(ended(twin)).returns(Run.State.COMPLETE, Run::state);
        }
    }

    /** A parcel is full with 4,000 rows set aside: five of them, and little to move. */
    private static final String ONE_IN_TEN = """
            rules:
              - {id: shape, column: cert_no, pattern: "C[0-9]{5}1", basis: X, meaning: {zh: 尾号一, en: Ends with 1}}
            """;

    private static final int ROWS = 18_000;
    private static final int PASS = ROWS / 10;

    @Test
    void rowsWaitOnTheNodesDiskWhileTheCentreIsAwayAndNoneIsLostOrTwiceWhenTheNodeIsKilled() throws Exception {
        var twin = new Twin(ONE_IN_TEN);
        twin.people(ROWS, 10);
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        try (var gate = gate(twin, "C000001");
                var node = enrolled(twin)) {
            var door = door(twin);
            var port = door.open(0);
            due(twin);
            var program = node.start();
            await(() -> isWaiting(gate));
            await(() -> node.spooled() >= 3);

            door.close();
            program.kill();
            var kept = node.spooled();
            execute(gate, "SELECT pg_advisory_unlock(" + GATE + ")");
            // What was on its way is committed, and nobody could tell the node.
            await(() -> count(twin) > 0);
            var again = node.start();
            again.lineWith("http://localhost:");
            assertThat(node.spooled())
                    .as("what was read stays on the disk")
                    .isEqualTo(kept)
                    .isGreaterThanOrEqualTo(3);
            door.open(port);

            var run = ended(twin);
            assertThat(run.state()).isEqualTo(Run.State.COMPLETE);
            assertThat(run.rows()).isEqualTo(new Run.Rows(ROWS, PASS, ROWS - PASS));
            assertThat(count(twin)).isEqualTo(PASS);
            assertThat(values("SELECT count(*) || ' of ' || count(DISTINCT line) FROM tongqu_exchange.quarantine"
                            + " WHERE flow = '" + twin.flow.id() + "'"))
                    .containsExactly((ROWS - PASS) + " of " + (ROWS - PASS));
            await(() -> signatures(twin, run) == 3);
            assertThat(verdict(twin, run).isTrue())
                    .as("signed by the node's own key too")
                    .isTrue();
            assertThat(node.spooled()).isZero();
            whatWasSetAsideIsRepaired(twin);
        }
    }

    /** Rows that a node read and the rules kept out stand beside the centre's table, and are repaired there. */
    private static void whatWasSetAsideIsRepaired(Twin twin) {
        var quarantines = twin.provider.bean(Quarantines.class);
        var row = quarantines
                .open(twin.provider.officer(), twin.flow, 0, 1)
                .orElseThrow()
                .getFirst();
        quarantines
                .repair(twin.provider.officer(), twin.flow, row.id(), Map.of("sfzh", "C999991"))
                .orElseThrow();
        assertThat(count(twin)).isEqualTo(PASS + 1);
    }

    @Test
    void aRevokedAgreementEndsTheSendingAndANodeTakenBackIsHeardNoMore() throws Exception {
        var twin = new Twin(ONE_IN_TEN);
        twin.people(ROWS, 10);
        var agreement = twin.agreed(Masking.PLAIN, OptionalLong.empty());
        try (var gate = gate(twin, "C000001");
                var node = enrolled(twin)) {
            due(twin);
            var page = node.page(node.start());
            await(() -> isWaiting(gate));
            twin.provider
                    .bean(Negotiation.class)
                    .act(twin.provider.chief(), agreement.id(), AgreementAct.REVOKE, Answer.saying("泄露风险"))
                    .orElseThrow();
            execute(gate, "SELECT pg_advisory_unlock(" + GATE + ")");

            var run = ended(twin);
            assertThat(run.state()).isEqualTo(Run.State.STOPPED);
            assertThat(run.reason()).isEqualTo(new Reason("not-in-force", "revoked"));
            assertThat(run.rows().written()).isEqualTo(count(twin)).isBetween(1L, PASS - 1L);
            await(() -> page.shows("共享协议未生效"));
            await(() -> node.spooled() == 0);
            assertThat(page.text("/?lang=en")).contains("The sharing agreement is not in force", "<html lang=\"en\">");
            assertThat(page.text("/")).doesNotContain(Twin.login().password());

            twin.provider
                    .bean(Nodes.class)
                    .takeBack(twin.provider.chief(), node(twin).id())
                    .orElseThrow();
            await(() -> page.shows("中心已收回本前置机"));
            assertThat(node(twin).state(node(twin).seen())).isEqualTo(Node.State.TAKEN_BACK);
        }
    }

    @Test
    void aCodeLetsOneNodeInOnceAndInTime() throws Exception {
        var twin = new Twin("");
        var address = door(twin).address().orElseThrow();
        var code = code(twin);
        var fingerprint = code.substring(code.indexOf('.'));
        var node = new TestNode(folder);

        assertThat(node.enrol(address, "rubbish").text()).contains("这不是接入码", "This is no enrolment code");
        assertThat(node.enrol(address, "A".repeat(32) + fingerprint))
                .returns(1, TestNode.Said::code)
                .satisfies(said -> assertThat(said.text()).contains("does not know this code"));
        assertThat(node.enrol(address, code.replace(fingerprint, "." + "0".repeat(64)))
                        .text())
                .as("another centre than the code's is not told the code")
                .contains("is not the centre of this code");
        var store = twin.provider.bean(JdbcClient.class);
        store.sql("UPDATE exchange.node_code SET expires_at = now() WHERE system = ?")
                .param(twin.flow.running().from())
                .update();
        assertThat(node.enrol(address, code).text()).contains("This code has expired");
        var fresh = code(twin);
        assertThat(node.enrol(address, fresh)).returns(0, TestNode.Said::code);
        assertThat(new TestNode(folder.resolve("other")).enrol(address, fresh).text())
                .contains("This code was used before");
        assertThat(node.enrol(address, fresh).text()).contains("belongs to a node of");
        assertThat(node.verb("connect", "--system=other", "--url=jdbc:postgresql://x/y", "--user=a")
                        .text())
                .contains("is of the system " + twin.flow.running().from());
        assertThat(node.verb("enrol", "--centre", "http://x", "--code", "x").text())
                .contains("--centre takes https");
        assertThat(node.verb("fly")).returns(2, TestNode.Said::code);
        try (var files = Files.walk(node.home)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .as("%s", file)
                            .hasSizeLessThanOrEqualTo(2));
        }
    }

    @Test
    void theDataLeadMakesACodeOnTheDeskAndTakesTheNodeBack() throws Exception {
        var twin = new Twin("");
        door(twin);
        var lead = visitor(twin, Compiling.CHIEF);
        var system = twin.flow.running().from();

        assertThat(lead.opens("/desk/exchange/nodes").body()).contains("还没有前置机", "生成接入码");
        var made = lead.sends(
                "/desk/exchange/nodes", Map.of("system", system, "organisation", twin.provider.organisation()));
        assertThat(made.body()).contains("./tongqu node enrol --centre https://");
        var code = made.body().replaceFirst("(?s).*--code ([^ <]+).*", "$1");
        assertThat(new TestNode(folder).enrol(door(twin).address().orElseThrow(), code))
                .returns(0, TestNode.Said::code);

        assertThat(lead.opens("/desk/exchange/nodes").body()).contains(system, "未连接数据库");
        assertThat(lead.sends(
                                "/desk/exchange/nodes",
                                Map.of("system", system, "organisation", twin.provider.organisation()))
                        .body())
                .contains("已有前置机");
        assertThat(lead.sends("/desk/exchange/nodes", Map.of("system", "A B", "organisation", ""))
                        .status())
                .isEqualTo(422);
        var stranger = visitor(twin, Compiling.OFFICER);
        assertThat(stranger.opens("/desk/exchange/nodes").body())
                .contains(system)
                .doesNotContain("生成接入码");
        var back = "/desk/exchange/nodes/" + node(twin).id() + "/take-back";
        assertThat(stranger.sends(back, Map.of()).status()).isEqualTo(403);
        assertThat(lead.sends(back, Map.of()).body()).contains("前置机已收回", "已收回");
    }

    @Test
    void onlyWhatTheNodesOwnKeySignedIsTaken() throws Exception {
        var twin = new Twin("");
        twin.people(10, 10);
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        var bare = new BareNode(door(twin).address().orElseThrow());
        var told = Datum.empty().with("connected", new Datum.Truth(true));

        assertThat(bare.ask("work", told)).returns(403, Reply::status).returns("no-certificate", Reply::reason);
        var code = code(twin);
        assertThat(bare.enrol(code, NodeKeys.calling()).reason()).isEqualTo("key-not-proved");
        assertThat(bare.enrol(code, bare.calling)).returns(200, Reply::status);
        due(twin);
        var order = OrderJson.read(bare.ask("work", told).body().items("orders").getFirst());
        var parcels = new ArrayList<byte[]>();
        new Sending(order.covered(), PostgresSource.of(order.covered(), Twin.login()), order.columns())
                .read(order.id(), order.start(), Long.MAX_VALUE, one -> parcels.add(ParcelBytes.write(one)));
        var parcel = parcels.getFirst();
        var signature = NodeKeys.sign(bare.signing.getPrivate(), NodeKeys.PARCEL, parcel);
        var tampered = new String(parcel, ISO_8859_1)
                .replace("P7xxxxxxxx", "P7yyyyyyyy")
                .getBytes(ISO_8859_1);

        assertThat(tampered).isNotEqualTo(parcel);
        assertThat(bare.send("parcel", tampered, signature).reason()).isEqualTo("signature");
        var other = NodeKeys.sign(NodeKeys.signing().getPrivate(), NodeKeys.PARCEL, parcel);
        assertThat(bare.send("parcel", parcel, other).reason()).isEqualTo("signature");
        assertThat(count(twin)).isZero();
        assertThat(bare.send("parcel", parcel, signature)).returns(200, Reply::status);
        assertThat(bare.send("parcel", parcel, signature).reason())
                .as("its order is over")
                .isEqualTo("order-over");
        assertThat(count(twin)).isEqualTo(10);
        assertThat(ended(twin).state()).isEqualTo(Run.State.COMPLETE);
        var receipt = bare.ask("work", told).body().items("sign").getFirst();
        assertThat(bare.ask("signature", receipt.with("value", Datum.of(other))).reason())
                .isEqualTo("signature");
        assertThat(verdict(twin, ended(twin)).isTrue())
                .as("without the department's signature")
                .isFalse();
        renews(bare);
    }

    private static void renews(BareNode bare) throws Exception {
        var key = NodeKeys.calling();
        var text = NodeKeys.text(key.getPublic());
        var asked = Datum.empty().with("key", Datum.of(text));
        assertThat(bare.ask("renew", asked.with("proof", Datum.of("none"))).reason())
                .isEqualTo("key-not-proved");
        var proof = NodeKeys.sign(key.getPrivate(), NodeKeys.ENROLMENT, text.getBytes(UTF_8));
        var renewed = BareNode.certificate(bare.ask("renew", asked.with("proof", Datum.of(proof))));
        assertThat(renewed.getPublicKey()).isEqualTo(key.getPublic());
        assertThat(renewed.getExtendedKeyUsage())
                .as("to call with, and not to be called by")
                .hasSize(1);
        assertThat(renewed.getNotAfter()).isBefore(Instant.now().plus(Duration.ofDays(8)));
    }

    private static Visitor visitor(Twin twin, String role) {
        var employer = Employer.at(StartedPlatform.shared(), twin.provider.organisation());
        return employer.signIn(employer.hires(role));
    }
}
