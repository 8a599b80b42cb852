package org.tongqu.platform.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.platform.data.exchange.NodeSteps.await;
import static org.tongqu.platform.data.exchange.NodeSteps.door;
import static org.tongqu.platform.data.exchange.NodeSteps.due;
import static org.tongqu.platform.data.exchange.NodeSteps.ended;
import static org.tongqu.platform.data.exchange.NodeSteps.signatures;
import static org.tongqu.platform.data.exchange.NodeSteps.verdict;
import static org.tongqu.platform.data.exchange.Twin.execute;
import static org.tongqu.platform.data.exchange.Twin.values;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.platform.data.agreements.Covering;
import org.tongqu.platform.data.agreements.Masking;

/** FEATURE: a department's node fetches what is due for its department and writes it there. */
class NodeWritesTest {

    @TempDir
    private Path folder;

    /** Enrolled for the system that gets the rows, and told the way into its database. */
    private TestNode enrolled(Twin twin, String centre) throws IOException {
        var system = twin.flow.running().to();
        var code = twin.provider
                .bean(Nodes.class)
                .invite(twin.consumer.chief(), twin.consumer.organisation(), system)
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
            assertThat(verdict(twin, second).isTrue()).isTrue();
            assertThat(twin.run().reason())
                    .as("the centre itself does not write what a node keeps")
                    .isEqualTo(new Reason("kept-by-node", twin.flow.running().to()));
        }
    }
}
