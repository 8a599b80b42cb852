package org.tongqu.engines.packs;

import java.util.Map;
import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * The words for the codes of a process: {@code task.<element id>}, {@code outcome.<code>}, {@code result.<code>},
 * {@code clock.<name>}. A pack is not complete before each is there in both languages.
 */
public record Texts(Map<String, Label> labels) {

    public Texts {
        labels = Map.copyOf(labels);
    }

    public Optional<Label> find(String key) {
        return Optional.ofNullable(labels.get(key));
    }

    public Label task(String elementId) {
        return text("task." + elementId);
    }

    public Label outcome(String code) {
        return text("outcome." + code);
    }

    public Label result(String code) {
        return text("result." + code);
    }

    private Label text(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("This pack has no text \"" + key + "\""));
    }
}
