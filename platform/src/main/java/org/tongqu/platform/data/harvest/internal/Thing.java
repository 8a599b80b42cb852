package org.tongqu.platform.data.harvest.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/** What a document says of one thing, as long as it is not too much. */
final class Thing {

    private static final List<String> LANGUAGES = List.of("zh", "zh-cn", "zh-hans", "", "en");

    private final Node node;
    private final Map<String, List<Node>> values = new HashMap<>();
    private int size;

    Thing(Node node) {
        this.node = node;
    }

    Node node() {
        return node;
    }

    void say(Triple triple) {
        size += triple.getObject().isLiteral()
                ? triple.getObject().getLiteralLexicalForm().length()
                : 100;
        if (!isTooLarge()) {
            values.computeIfAbsent(triple.getPredicate().getURI(), name -> new ArrayList<>())
                    .add(triple.getObject());
        }
    }

    boolean isTooLarge() {
        return size > RecordRules.LONGEST;
    }

    List<Node> all(String property) {
        return values.getOrDefault(property, List.of());
    }

    Optional<Node> one(String property) {
        return all(property).stream().findFirst();
    }

    boolean is(String type) {
        return all(Dcat.TYPE).stream()
                .anyMatch(one -> one.isURI() && one.getURI().equals(type));
    }

    /** Its address; empty when it has none. */
    String address() {
        return node.isURI() ? node.getURI() : "";
    }

    /** In Chinese before any other language. */
    String text(String property) {
        var literals = all(property).stream().filter(Node::isLiteral).toList();
        return LANGUAGES.stream()
                .flatMap(language -> literals.stream()
                        .filter(literal -> literal.getLiteralLanguage().equalsIgnoreCase(language)))
                .findFirst()
                .or(() -> literals.stream().findFirst())
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    int size() {
        return size;
    }

    /** As N-Triples, without what is too much. */
    void write(StringBuilder out) {
        var subject = NodeFmtLib.strNT(node);
        values.forEach((property, objects) -> objects.forEach(object -> out.append(subject)
                .append(" <")
                .append(property)
                .append("> ")
                .append(NodeFmtLib.strNT(object))
                .append(" .\n")));
    }
}
