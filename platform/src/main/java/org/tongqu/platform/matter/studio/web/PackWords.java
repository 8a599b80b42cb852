package org.tongqu.platform.matter.studio.web;

import java.util.List;
import java.util.function.Function;
import org.tongqu.design.Texts;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.operate.web.Said;

/** The codes of both packs in words: by the changed one, else by the one before; what neither has any more reads as itself. */
record PackWords(Texts texts, List<Pack> packs) {

    PackWords {
        packs = List.copyOf(packs);
    }

    String result(String code) {
        return text("result." + code, code);
    }

    String outcome(String code) {
        return text("outcome." + code, code);
    }

    String clock(String name) {
        return first(
                name,
                pack -> pack.clocks()
                        .find(name)
                        .map(rule -> Said.in(texts, rule.label()))
                        .orElse(""));
    }

    /** By the words of the pack, else by the drawing. */
    String step(String nodeId) {
        return text(
                "task." + nodeId,
                first(
                        nodeId,
                        pack -> pack.process()
                                .findNode(nodeId)
                                .map(node -> node.name())
                                .orElse("")));
    }

    /** Why nobody can tell. @param key as the engine says it */
    String why(String key, String step, String what) {
        return texts.say("casework.whatif.unknown." + key, step(step), what(key, what));
    }

    private String what(String key, String what) {
        return switch (key) {
            case "act-refused" -> texts.say("casework.whatif.act." + what);
            case "outcome-gone" -> outcome(what);
            default -> what;
        };
    }

    private String text(String key, String otherwise) {
        return first(
                otherwise,
                pack -> pack.texts().find(key).map(label -> said(label)).orElse(""));
    }

    private String said(Label label) {
        return Said.in(texts, label);
    }

    private String first(String otherwise, Function<Pack, String> word) {
        return packs.stream()
                .map(word)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(otherwise);
    }
}
