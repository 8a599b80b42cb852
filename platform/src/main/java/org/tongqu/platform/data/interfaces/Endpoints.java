package org.tongqu.platform.data.interfaces;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Description.Way;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.exchange.NodeLines;
import org.tongqu.platform.data.interfaces.Endpoint.State;
import org.tongqu.platform.data.interfaces.internal.DeclarationCheck;
import org.tongqu.platform.data.interfaces.internal.EndpointStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** The verbs of endpoints: declared, halted and opened by those who work with the data of their department. */
@Service
public class Endpoints {

    static final Set<String> KEEPERS = Set.of(Compiling.OFFICER, Compiling.CHIEF);

    private final EndpointStore store;
    private final DeclarationCheck check;
    private final Catalog catalog;
    private final NodeLines nodes;
    private final Access access;
    private final Journal journal;
    private final Clock clock;

    Endpoints(Behind behind, Access access, Journal journal, Clock clock) {
        this.store = behind.store();
        this.check = behind.check();
        this.catalog = behind.catalog();
        this.nodes = behind.nodes();
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /** What they stand on. */
    @Component
    record Behind(EndpointStore store, DeclarationCheck check, Catalog catalog, NodeLines nodes) {}

    /** Makes an interface known, or another way to one that is. */
    @Transactional
    public Outcome<Endpoint, EndpointRefusal> declare(SignedIn.Officer who, Declaration declaration) {
        var published = catalog.findPublished(declaration.resource());
        if (published.isEmpty()) {
            return Outcome.refused(new EndpointRefusal.UnknownResource());
        }
        var edition = published.get();
        var provider = edition.resource().organisation();
        if (!edition.description().sharing().ways().contains(Way.INTERFACE)) {
            return Outcome.refused(new EndpointRefusal.NotByInterface());
        }
        return access.mayAct(who, provider, KEEPERS)
                .<EndpointRefusal>mapRefusal(EndpointRefusal.MayNot::new)
                .then(officer -> {
                    var faults = new HashMap<>(check.faults(declaration));
                    declaration
                            .target()
                            .via()
                            .filter(system -> !nodes.ownerOf(system).equals(Optional.of(provider)))
                            .ifPresent(system -> faults.put("via", EndpointRefusal.Fault.NO_NODE));
                    if (!faults.isEmpty()) {
                        return Outcome.refused(new EndpointRefusal.Wrong(faults));
                    }
                    var kept = store.keep(provider, declaration, who.staff(), clock.instant());
                    tell(who, kept, "interfaces.endpoint-declare");
                    return Outcome.done(kept);
                });
    }

    /** No call is let through until it is opened again. */
    @Transactional
    public Outcome<Endpoint, EndpointRefusal> halt(SignedIn.Officer who, String id) {
        return turn(who, id, State.HALTED).map(endpoint -> {
            tell(who, endpoint, "interfaces.endpoint-halt");
            return endpoint;
        });
    }

    @Transactional
    public Outcome<Endpoint, EndpointRefusal> open(SignedIn.Officer who, String id) {
        return turn(who, id, State.OPEN).map(endpoint -> {
            tell(who, endpoint, "interfaces.endpoint-open");
            return endpoint;
        });
    }

    private Outcome<Endpoint, EndpointRefusal> turn(SignedIn.Officer who, String id, State wanted) {
        return steerable(who, id)
                .then(endpoint -> store.turn(id, wanted)
                        ? Outcome.done(endpoint)
                        : Outcome.refused(new EndpointRefusal.Already()));
    }

    /** Whether the officer may declare it anew, halt and open it. */
    @Transactional(readOnly = true)
    public Outcome<Endpoint, EndpointRefusal> steerable(SignedIn.Officer who, String id) {
        var found = store.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(new EndpointRefusal.UnknownEndpoint());
        }
        return access.mayAct(who, found.get().provider(), KEEPERS)
                .<EndpointRefusal>mapRefusal(EndpointRefusal.MayNot::new)
                .map(officer -> found.get());
    }

    public Optional<Endpoint> find(String id) {
        return store.find(id);
    }

    /** What can be asked of the resource, by operation. */
    public List<Endpoint> of(ResourceCode resource) {
        return store.of(resource);
    }

    private void tell(SignedIn.Officer who, Endpoint endpoint, String verb) {
        journal.append(Entry.of(clock.instant(), who.doer(), verb, new Entry.Subject("endpoint", endpoint.id()))
                .with(Datum.empty()
                        .with("resource", Datum.of(endpoint.resource().value()))
                        .with("address", Datum.of(endpoint.target().address()))));
    }
}
