package org.tongqu.platform.data.exchange;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.inventory.Dictionary;
import org.tongqu.exchange.wire.BrokenWire;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.internal.NodeQuestions;
import org.tongqu.platform.data.exchange.internal.NodeStore;
import org.tongqu.platform.data.exchange.internal.SystemStore;

/** Which systems rows come from and go to. */
@Service
public class Connections {

    /** Somebody waits for a page; a node asks for work every few seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final SystemStore systems;
    private final NodeStore nodes;
    private final NodeQuestions questions;
    private final Clock clock;

    Connections(SystemStore systems, NodeStore nodes, NodeQuestions questions, Clock clock) {
        this.systems = systems;
        this.nodes = nodes;
        this.questions = questions;
        this.clock = clock;
    }

    /**
     * Makes a system known, or another way into it. The password is sealed before it is kept.
     *
     * @param organisation code of whose system it is
     */
    public void connect(String system, String organisation, Login login) {
        systems.connect(system, organisation, login);
    }

    /** The systems of an organisation that the platform or a node of it can enter, by name. */
    public List<String> of(String organisation) {
        return systems.of(organisation);
    }

    /** All tables of a system by its own dictionary, told by the node that keeps it if there is one; or why they are not. */
    public Outcome<Dictionary, Unread> dictionary(String system) {
        var node = nodes.keeper(system);
        var login = systems.login(system);
        if (node.isPresent()) {
            return ofNode(node.get());
        }
        if (login.isEmpty()) {
            return Outcome.refused(new Unread.Unreachable(system));
        }
        try {
            return Outcome.done(Dictionary.of(login.get()));
        } catch (SQLException unreachable) {
            return Outcome.refused(new Unread.Unreachable(String.valueOf(unreachable.getMessage())));
        }
    }

    private Outcome<Dictionary, Unread> ofNode(long node) {
        var until = clock.instant().plus(PATIENCE);
        try {
            return questions
                    .dictionary(node, () -> {
                        if (clock.instant().isAfter(until)) {
                            throw new SQLTimeoutException("The node does not answer");
                        }
                    })
                    .mapRefusal(why -> new Unread.ByNode(Reason.of(why)));
        } catch (BrokenWire broken) {
            return Outcome.refused(new Unread.ByNode(new Reason("malformed", String.valueOf(broken.getMessage()))));
        } catch (SQLException silent) {
            return Outcome.refused(new Unread.ByNode(new Reason("node-silent", "")));
        }
    }

    /** Why nobody says which tables there are. */
    public sealed interface Unread {

        /** @param why as the driver says it */
        record Unreachable(String why) implements Unread {}

        /** @param why as the node says it, or that it does not say anything */
        record ByNode(Reason why) implements Unread {}
    }
}
