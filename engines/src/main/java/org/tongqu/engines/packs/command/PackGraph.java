package org.tongqu.engines.packs.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.kernel.text.Language;

/** Draws how the parts of a pack lead to each other, in Mermaid. */
final class PackGraph {

    private static final Sentences SENTENCES = Sentences.in("texts/engines/packs");

    private final Pack pack;
    private final StringBuilder lines = new StringBuilder("flowchart LR\n");
    private final Map<String, String> ids = new LinkedHashMap<>();

    private PackGraph(Pack pack) {
        this.pack = pack;
    }

    static String mermaid(Pack pack) {
        return new PackGraph(pack).draw();
    }

    private String draw() {
        var form = node("form", SENTENCES.say(Language.ZH, "graph-form", List.of()), "[/", "/]");
        var schema = node("schema", SENTENCES.say(Language.ZH, "graph-schema", List.of()), "[(", ")]");
        link(form, schema);
        for (var page : pack.form().pages()) {
            link(node("page." + page.id(), page.title().zh(), "[", "]"), form);
        }
        for (var node : pack.process().nodes().values()) {
            step(node);
        }
        for (var flow : pack.process().flows()) {
            link(id("step." + flow.from()), id("step." + flow.to()));
        }
        link(form, id("step." + pack.process().start().id()));
        return lines.toString();
    }

    private void step(Node node) {
        var name = node.name().isEmpty() ? node.id() : node.name();
        switch (node) {
            case Node.UserTask task -> {
                var step = node("step." + node.id(), name, "[", "]");
                if (task.performer() instanceof Performer.Role(var code)) {
                    var label =
                            pack.findRole(code).map(role -> role.label().zh()).orElse(code);
                    link(node("role." + code, label, "([", "])"), step);
                }
            }
            case Node.ServiceTask task -> {
                var step = node("step." + node.id(), name, "[[", "]]");
                link(step, node("result." + task.with(), task.with(), "[(", ")]"));
            }
            case Node.Start start -> node("step." + node.id(), name, "((", "))");
            case Node.End end ->
                node("step." + node.id(), pack.texts().result(end.result()).zh(), "((", "))");
            case Node.Choice choice -> node("step." + node.id(), name, "{", "}");
            case Node.Inclusive inclusive -> node("step." + node.id(), name, "{", "}");
            case Node.EventChoice events -> node("step." + node.id(), name, "{", "}");
            case Node.WaitMessage message -> node("step." + node.id(), name, "([", "])");
            case Node.Parallel parallel -> node("step." + node.id(), name, "{", "}");
            case Node.WaitTimer timer -> node("step." + node.id(), name, "([", "])");
            case Node.Inner inner -> {
                var step = node("step." + node.id(), name, "[[", "]]");
                link(step, id("step." + inner.start()));
            }
            case Node.InnerStart start -> node("step." + node.id(), name, "((", "))");
            case Node.InnerEnd end -> node("step." + node.id(), name, "((", "))");
            case Node.RuleTask rule -> node("step." + node.id(), name, "[[", "]]");
            case Node.WaitSignal signal -> node("step." + node.id(), name, "([", "])");
            case Node.Throw sign -> node("step." + node.id(), name, "([", "])");
            case Node.EventStart start -> node("step." + node.id(), name, "((", "))");
            case Node.Edge edge -> {
                var step = node("step." + node.id(), name, "([", "])");
                link(id("step." + edge.hostId()), step);
            }
        }
    }

    private String node(String key, String label, String open, String close) {
        var known = ids.containsKey(key);
        var id = id(key);
        if (!known) {
            lines.append("  ")
                    .append(id)
                    .append(open)
                    .append('"')
                    .append(label.replace("\"", "'"))
                    .append('"')
                    .append(close)
                    .append('\n');
        }
        return id;
    }

    private String id(String key) {
        return ids.computeIfAbsent(key, unknown -> "n" + ids.size());
    }

    private void link(String from, String to) {
        lines.append("  ").append(from).append(" --> ").append(to).append('\n');
    }
}
