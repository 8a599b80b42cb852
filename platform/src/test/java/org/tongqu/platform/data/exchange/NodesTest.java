package org.tongqu.platform.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.platform.data.exchange.Twin.values;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.exchange.internal.NodeDoor;
import org.tongqu.platform.data.exchange.internal.RunStore;

/** FEATURE: a department's node reads its database and sends rows, and the centre needs no way into the department. */
class NodesTest {

    @TempDir
    private Path folder;

    private static String open(Twin twin) throws IOException {
        var door = twin.provider.bean(NodeDoor.class);
        door.open(0);
        return door.address().orElseThrow();
    }

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

    private static Run await(Twin twin, Predicate<Run> wanted) {
        var store = twin.provider.bean(RunStore.class);
        while (true) {
            List<Run> runs = store.of(twin.flow.id(), Long.MAX_VALUE, 20);
            var found = runs.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.onSpinWait();
        }
    }

    private static void due(Twin twin) {
        twin.provider
                .bean(JdbcClient.class)
                .sql("UPDATE exchange.flow SET next_at = now() WHERE id = ?")
                .param(twin.flow.id())
                .update();
    }

    @Test
    void rowsFlowThroughANodeUnderTheAgreement() throws Exception {
        var twin = new Twin("""
                rules:
                  - {id: shape, column: cert_no, pattern: "C[0-9]{6}", basis: X, meaning: {zh: 号码, en: Number}}
                """);
        var address = open(twin);
        twin.people(1000, 10);
        Twin.execute("UPDATE " + twin.source + " SET sfzh = 'bad' WHERE id = 4");
        var agreement = twin.agreed(Masking.PLAIN, OptionalLong.empty());
        try (var node = new TestNode(folder)) {
            assertThat(node.enrol(address, code(twin))).returns(0, TestNode.Said::code);
            assertThat(node.connect(twin.flow.running().from())).returns(0, TestNode.Said::code);
            due(twin);
            node.start();

            var run = await(twin, one -> one.ended().isPresent());

            assertThat(run.state()).isEqualTo(Run.State.COMPLETE);
            assertThat(run.agreement()).contains(agreement.id());
            assertThat(run.rows()).isEqualTo(new Run.Rows(1000, 999, 1));
            assertThat(values("SELECT count(*) FROM " + twin.target)).containsExactly("999");
        }
    }
}
