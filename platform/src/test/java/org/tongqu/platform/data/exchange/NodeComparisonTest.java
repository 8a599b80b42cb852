package org.tongqu.platform.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.platform.data.exchange.NodeSteps.await;
import static org.tongqu.platform.data.exchange.NodeSteps.door;
import static org.tongqu.platform.data.exchange.NodeSteps.due;
import static org.tongqu.platform.data.exchange.NodeSteps.ended;
import static org.tongqu.platform.data.exchange.Twin.execute;
import static org.tongqu.platform.data.exchange.Twin.login;
import static org.tongqu.platform.data.exchange.Twin.values;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.platform._support.ChildProgram;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Covering;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.Corrections;
import org.tongqu.platform.data.corrections.Reported;
import org.tongqu.platform.data.exchange.Comparison.Kind;
import org.tongqu.platform.data.exchange.internal.RunStore;

/** FEATURE: both sides of a flow are compared and mended whether the centre or a department's node reaches them. */
class NodeComparisonTest {

    private static final Map<Kind, Long> SPOILT =
            Map.of(Kind.MISSING_IN_TARGET, 1L, Kind.DIFFERENT, 1L, Kind.ONLY_IN_TARGET, 1L);

    private final Twin twin;
    private final Comparing comparing;

    NodeComparisonTest() throws SQLException {
        twin = new Twin("");
        comparing = twin.provider.bean(Comparing.class);
    }

    private TestNode enrolled(Path folder, Department of, String system) throws IOException {
        var centre = door(twin).address().orElseThrow();
        var code = of.bean(Nodes.class)
                .invite(of.chief(), of.organisation(), system)
                .orElseThrow()
                .text();
        var node = new TestNode(folder);
        assertThat(node.enrol(centre, code)).returns(0, TestNode.Said::code);
        assertThat(node.connect(system)).returns(0, TestNode.Said::code);
        return node;
    }

    private void takenBack(String system) {
        var nodes = twin.provider.bean(Nodes.class);
        var id = twin.provider
                .bean(JdbcClient.class)
                .sql("SELECT id FROM exchange.node WHERE system = ? AND taken_back_at IS NULL")
                .param(system)
                .query(Long.class)
                .single();
        nodes.takeBack(twin.provider.chief(), id).orElseThrow();
        twin.provider.bean(Connections.class).connect(system, twin.provider.organisation(), login());
    }

    private Comparison compared() throws InterruptedException, ExecutionException, TimeoutException {
        var begun = comparing.compare(twin.provider.officer(), twin.flow).orElseThrow();
        begun.done().get(60, TimeUnit.SECONDS);
        return comparing
                .find(twin.provider.officer(), twin.flow, begun.with().id())
                .orElseThrow();
    }

    /** One row is lost, one changed, and one too many: what differs is named, sent again, and the third is left. */
    private void spoiltAndMended(String lost, String changed) throws Exception {
        execute(
                "DELETE FROM " + twin.target + " WHERE cert_no = '" + lost + "'",
                "UPDATE " + twin.target + " SET name = '?' WHERE cert_no = '" + changed + "'",
                "INSERT INTO " + twin.target + " VALUES ('nobody', 'nobody')");
        var found = compared();
        assertThat(found.state()).as(found.reason().toString()).isEqualTo(Comparison.State.COMPLETE);
        assertThat(found.found().orElseThrow().counts()).isEqualTo(SPOILT);

        var sent = comparing
                .sendAgain(twin.consumer.officer(), twin.flow, found.id())
                .orElseThrow();
        sent.done().get(60, TimeUnit.SECONDS);
        assertThat(twin.provider.bean(RunStore.class).find(sent.with().id()).orElseThrow())
                .returns(Run.State.COMPLETE, Run::state)
                .returns(new Run.Rows(2, 2, 0), Run::rows);
        assertThat(compared().found().orElseThrow().counts()).isEqualTo(Map.of(Kind.ONLY_IN_TARGET, 1L));
        execute("DELETE FROM " + twin.target + " WHERE cert_no = 'nobody'");
        assertThat(compared().found().orElseThrow().isEqual()).isTrue();
    }

    /** What stands in the department's table is asked of its node, when it is reported and when the right value came. */
    private void aWrongValueIsMended(String key) throws SQLException {
        var corrections = twin.provider.bean(Corrections.class);
        var open = corrections
                .report(twin.consumer.officer(), new Reported(twin.flow.id(), List.of(key), "name", "林晓岚", "当事人的身份证"))
                .orElseThrow();
        assertThat(open.told().delivered()).isEqualTo("P5xxxxxxxx");
        execute("UPDATE " + twin.source + " SET xm = '林晓岚', changed = clock_timestamp() WHERE id = 5");
        due(twin);
        await(() -> corrections
                        .find(twin.consumer.officer(), open.id())
                        .orElseThrow()
                        .state()
                == Correction.State.ARRIVED);
    }

    @Test
    void whatANodeReadsOrWritesIsComparedAndSentAgainAndNothingHiddenLeavesTheDepartment(@TempDir Path folder)
            throws Exception {
        twin.people(300, 10);
        var agreement = twin.agreed(Masking.HASHED, OptionalLong.empty());
        var hidden = twin.provider.bean(Covering.class).of(Masking.HASHED, agreement.id());
        var lost = hidden.apply("C000003");
        var changed = hidden.apply("C000005");
        var system = twin.flow.running();
        try (var giving = enrolled(folder.resolve("from"), twin.provider, system.from())) {
            ChildProgram reader = giving.start();
            due(twin);
            assertThat(ended(twin).rows()).isEqualTo(new Run.Rows(300, 300, 0));
            spoiltAndMended(lost, changed);

            try (var writing = enrolled(folder.resolve("to"), twin.consumer, system.to())) {
                writing.start();
                spoiltAndMended(lost, changed);
                aWrongValueIsMended(changed);

                reader.kill();
                takenBack(system.from());
                spoiltAndMended(lost, changed);
            }
        }
        assertThat(twin.provider
                        .bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM exchange.node_question")
                        .query(Long.class)
                        .single())
                .as("nothing stays of what was asked")
                .isZero();
    }

    @Test
    void whileANodeIsAskedARevokedAgreementEndsIt(@TempDir Path folder) throws Exception {
        twin.people(10, 10);
        var agreement = twin.agreed(Masking.PLAIN, OptionalLong.empty());
        try (var away = enrolled(folder, twin.provider, twin.flow.running().from())) {
            var begun = comparing.compare(twin.provider.officer(), twin.flow).orElseThrow();
            twin.provider
                    .bean(Negotiation.class)
                    .act(twin.provider.chief(), agreement.id(), AgreementAct.REVOKE, Answer.saying("不再需要"))
                    .orElseThrow();
            begun.done().get(20, TimeUnit.SECONDS);

            var stopped = comparing
                    .find(twin.provider.officer(), twin.flow, begun.with().id())
                    .orElseThrow();
            assertThat(stopped.state()).isEqualTo(Comparison.State.STOPPED);
            assertThat(away.spooled()).isLessThanOrEqualTo(0);
        }
        assertThat(values("SELECT count(*) FROM " + twin.target)).containsExactly("0");
    }
}
