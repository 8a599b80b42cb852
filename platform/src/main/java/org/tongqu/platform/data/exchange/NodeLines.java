package org.tongqu.platform.data.exchange;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.internal.NodeStore;
import org.tongqu.platform.data.exchange.internal.lines.Lines;

/**
 * Ways to departments' own interfaces that lead over their nodes: a node waits at the centre for questions, asks inside its
 * department, and brings the answer. The centre opens no line into any department.
 */
@Service
public class NodeLines {

    private final Lines lines;
    private final NodeStore nodes;

    NodeLines(Lines lines, NodeStore nodes) {
        this.lines = lines;
        this.nodes = nodes;
    }

    /** What is asked inside the department. @param method GET or POST @param body of a POST, else empty */
    public record Question(String method, URI address, Map<String, String> headers, String body) {

        public Question {
            headers = Map.copyOf(headers);
        }

        /** Nothing of what is asked: it is about people. */
        @Override
        public String toString() {
            return "Question[" + method + " " + address.getHost() + "]";
        }
    }

    /**
     * What came back, as it comes; to be closed, so that the node may bring the next one.
     *
     * @param status of HTTP
     * @param whenRead what closing does
     */
    public record Answer(int status, InputStream body, Runnable whenRead) implements AutoCloseable {
        @Override
        public void close() {
            whenRead.run();
        }
    }

    /**
     * Asks an interface by way of the node that keeps the system.
     *
     * @param patience for the answer to begin
     * @return the answer, or why none came: {@code node-away}, {@code node-busy}, {@code late}, {@code unreachable} inside the
     *     department, {@code not-offered} by its node
     */
    public Outcome<Answer, Reason> ask(String system, Question question, Duration patience)
            throws InterruptedException {
        return lines.ask(system, question, patience);
    }

    /** Whose the system is that a node keeps; nothing when none does. */
    public Optional<String> ownerOf(String system) {
        return nodes.keeps(system) ? nodes.ownerOf(system) : Optional.empty();
    }
}
