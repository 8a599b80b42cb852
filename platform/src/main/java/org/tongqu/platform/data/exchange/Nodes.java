package org.tongqu.platform.data.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.exchange.internal.NodeAuthority;
import org.tongqu.platform.data.exchange.internal.NodeDeeds;
import org.tongqu.platform.data.exchange.internal.NodeDeliveries;
import org.tongqu.platform.data.exchange.internal.NodeDoor;
import org.tongqu.platform.data.exchange.internal.NodeRelays;
import org.tongqu.platform.data.exchange.internal.NodeRuns;
import org.tongqu.platform.data.exchange.internal.NodeStore;
import org.tongqu.platform.data.exchange.internal.lines.Lines;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;

/** The verbs of nodes: let in by a code, listed, taken back. */
@Service
public class Nodes {

    private static final Set<String> STEERING = Set.of(Compiling.CHIEF, Compiling.AUTHORITY);
    private static final Pattern SYSTEM = Pattern.compile("[a-z][a-z0-9-]{1,60}");
    private static final Duration CODE_LIVES = Duration.ofHours(24);

    private final NodeStore store;
    private final NodeAuthority authority;
    private final NodeDoor door;
    private final NodeRuns runs;
    private final NodeDeliveries deliveries;
    private final NodeRelays relays;
    private final Lines lines;
    private final Access access;
    private final NodeDeeds deeds;
    private final Clock clock;

    Nodes(Parts parts, Access access, NodeDeeds deeds, Clock clock) {
        this.store = parts.store();
        this.authority = parts.authority();
        this.door = parts.door();
        this.runs = parts.runs();
        this.deliveries = parts.deliveries();
        this.relays = parts.relays();
        this.lines = parts.lines();
        this.access = access;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** What stands behind them. */
    @org.springframework.stereotype.Component
    record Parts(
            NodeStore store,
            NodeAuthority authority,
            NodeDoor door,
            NodeRuns runs,
            NodeDeliveries deliveries,
            NodeRelays relays,
            Lines lines) {}

    /**
     * A code that lets one node in, once.
     *
     * @param text shown this one time; nobody can read it again
     * @param fingerprint of the centre's authority, which also stands in the code
     */
    public record Invitation(String text, String fingerprint, String system, Instant until) {

        @Override
        public String toString() {
            return "Invitation[" + system + "]";
        }
    }

    /** Where nodes find the centre; nothing when no port is open for them. */
    public Optional<String> address() {
        return door.address();
    }

    /** Whether the officer may let nodes of the organisation in: its data lead and the data authority may. */
    public Outcome<SignedIn.Officer, NodeRefusal> mayInvite(SignedIn.Officer who, String organisation) {
        return access.mayAct(who, organisation, STEERING).mapRefusal(NodeRefusal.MayNot::new);
    }

    /** Organisations whose systems the officer sees. */
    public List<String> offices(SignedIn.Officer who) {
        return Stream.of(access.scope(who).organisations()).sorted().toList();
    }

    /** Makes a code for a node of one of a department's systems. An earlier one for it that nobody used is good no more. */
    @Transactional
    public Outcome<Invitation, NodeRefusal> invite(SignedIn.Officer who, String organisation, String system) {
        return mayInvite(who, organisation).then(officer -> {
            if (!SYSTEM.matcher(system).matches()) {
                return Outcome.refused(new NodeRefusal.SystemName(system));
            }
            if (door.address().isEmpty()) {
                return Outcome.refused(new NodeRefusal.NoDoor());
            }
            if (store.ownerOf(system)
                    .filter(owner -> !owner.equals(organisation))
                    .isPresent()) {
                return Outcome.refused(new NodeRefusal.OthersSystem(system));
            }
            if (store.keeps(system)) {
                return Outcome.refused(new NodeRefusal.HasNode(system));
            }
            var now = clock.instant();
            var secret = NodeStore.secret();
            var invited = new NodeStore.Invited(system, organisation);
            store.invite(secret, invited, who.doer().id(), now.plus(CODE_LIVES));
            deeds.invited(who, invited, now);
            var fingerprint = authority.fingerprint();
            return Outcome.done(new Invitation(secret + "." + fingerprint, fingerprint, system, now.plus(CODE_LIVES)));
        });
    }

    /** Takes a node back: its next request is refused, and what it had under way is stopped. */
    @Transactional
    public Outcome<Node, NodeRefusal> takeBack(SignedIn.Officer who, long id) {
        var node = store.find(id);
        if (node.isEmpty()) {
            return Outcome.refused(new NodeRefusal.Unknown());
        }
        return mayInvite(who, node.get().organisation()).then(officer -> {
            var now = clock.instant();
            if (!store.takeBack(id, who.doer().id(), now)) {
                return Outcome.refused(new NodeRefusal.Unknown());
            }
            var why = new Reason("node-taken-back", "");
            runs.stopAll(node.get(), why);
            deliveries.stopAll(node.get(), why);
            relays.stopAll(node.get(), why);
            lines.end(node.get().system());
            deeds.takenBack(who, node.get(), now);
            return Outcome.done(node.get());
        });
    }

    /** Nodes of the organisations that the officer sees, the newest first. */
    @Transactional(readOnly = true)
    public List<Node> list(SignedIn.Officer who, NodePage page) {
        return store.list(access.scope(who), page);
    }

    /** @param before enrolled before this one */
    public record NodePage(long before, int size) {}
}
