package org.tongqu.platform.data.exchange.internal;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.exchange.Node;

/** A node that has entered its department's database takes the place of the login that the centre kept for it. */
@Component
class NodeTakesOver {

    private final SystemStore systems;
    private final NodeStore nodes;
    private final NodeDeeds deeds;

    NodeTakesOver(SystemStore systems, NodeStore nodes, NodeDeeds deeds) {
        this.systems = systems;
        this.nodes = nodes;
        this.deeds = deeds;
    }

    /** Removes the login, if there is one; whoever connects the system here again finds it removed again. */
    @Transactional
    public void removeLogin(Node node, Instant now) {
        if (systems.forget(node.system())) {
            nodes.loginRemoved(node.id(), now);
            deeds.loginRemoved(node, now);
        }
    }
}
