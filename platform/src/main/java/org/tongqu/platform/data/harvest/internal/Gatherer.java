package org.tongqu.platform.data.harvest.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/**
 * Gathers the statements of a document by the things they are about, hands datasets on and forgets them. A dataset is
 * handed on when {@value #OPEN} other things were begun since, or at the end; until then what it names may come, and of
 * what came before the last {@value #ASIDE} are kept. So the room it takes does not grow with the document.
 */
final class Gatherer extends StreamRDFBase {

    private static final int OPEN = 2000;
    private static final int ASIDE = 5000;
    private static final int LARGEST_ASIDE = 4000;
    private static final long HELD = 32L << 20;

    private final LinkedHashMap<Node, Thing> open = new LinkedHashMap<>();
    private final Map<Node, Thing> aside = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Node, Thing> eldest) {
            return size() > ASIDE;
        }
    };
    private long held;
    private final Consumer<Thing> datasets;
    private final Consumer<String> next;

    /** @param next the address of the page behind this one, if the document says one */
    Gatherer(Consumer<Thing> datasets, Consumer<String> next) {
        this.datasets = datasets;
        this.next = next;
    }

    @Override
    public void quad(Quad quad) {
        triple(quad.asTriple());
    }

    @Override
    public void triple(Triple triple) {
        var property = triple.getPredicate().getURI();
        if (property.equals(Dcat.HYDRA + "next") || property.equals(Dcat.HYDRA + "nextPage")) {
            var page = triple.getObject();
            next.accept(page.isURI() ? page.getURI() : page.isLiteral() ? page.getLiteralLexicalForm() : "");
        } else if (!property.equals(Dcat.DCAT + "dataset") && !property.equals(Dcat.DCAT + "record")) {
            var thing = thing(triple.getSubject());
            held -= thing.size();
            thing.say(triple);
            held += thing.size();
            while (open.size() > OPEN || (held > HELD && open.size() > 1)) {
                close(open.pollFirstEntry().getValue());
            }
        }
    }

    private Thing thing(Node node) {
        var known = open.get(node);
        if (known != null) {
            return known;
        }
        var before = aside.remove(node);
        if (before != null) {
            held += before.size();
            open.put(node, before);
            return before;
        }
        var fresh = new Thing(node);
        open.put(node, fresh);
        return fresh;
    }

    private void close(Thing eldest) {
        held -= eldest.size();
        if (eldest.is(Dcat.DATASET)) {
            datasets.accept(eldest);
        } else if (eldest.size() <= LARGEST_ASIDE) {
            aside.put(eldest.node(), eldest);
        }
    }

    /** Hands on what is still open. */
    void end() {
        for (var thing : open.values()) {
            if (thing.is(Dcat.DATASET)) {
                datasets.accept(thing);
            }
        }
        open.clear();
    }

    Optional<Thing> find(Node node) {
        var known = open.get(node);
        return Optional.ofNullable(known == null ? aside.get(node) : known);
    }
}
