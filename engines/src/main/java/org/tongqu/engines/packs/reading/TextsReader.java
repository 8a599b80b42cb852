package org.tongqu.engines.packs.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongqu.engines.packs.Texts;
import org.tongqu.kernel.text.Label;

/** Reads {@code texts/zh.yaml} and {@code texts/en.yaml} and checks that each says what the other says. */
final class TextsReader {

    private TextsReader() {}

    /** @param spots by text key, in the Chinese file or else the English one */
    record TextsRead(Texts texts, Map<String, Spot> spots) {}

    static TextsRead read(PackFolder folder, Problems problems) {
        var zh = file("texts/zh.yaml", folder, problems);
        var en = file("texts/en.yaml", folder, problems);
        Map<String, Label> labels = new LinkedHashMap<>();
        Map<String, Spot> spots = new LinkedHashMap<>();
        zh.forEach((key, line) -> {
            spots.put(key, line.spot());
            var other = en.get(key);
            if (other == null) {
                problems.error(line.spot(), "text-one-language", key, "texts/en.yaml");
            }
            labels.put(key, new Label(line.text(), other == null ? "" : other.text()));
        });
        en.forEach((key, line) -> {
            if (!zh.containsKey(key)) {
                problems.error(line.spot(), "text-one-language", key, "texts/zh.yaml");
            }
        });
        return new TextsRead(new Texts(labels), spots);
    }

    private record Line(String text, Spot spot) {}

    private static Map<String, Line> file(String file, PackFolder folder, Problems problems) {
        Map<String, Line> lines = new LinkedHashMap<>();
        folder.yaml(file, new Spot("pack.yaml", 1), problems)
                .ifPresent(root -> root.names()
                        .forEach(key -> root.findText(key)
                                .filter(text -> !text.isBlank())
                                .ifPresent(text -> lines.put(key, new Line(text, root.at(key))))));
        return lines;
    }
}
