package org.tongqu.platform.matter.casework.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.CaseView;

/** Puts a row of the list into the words of its pack. */
public final class CaseViews {

    private static final String OUTCOME = "casework.outcome.";
    private static final Map<String, Label> OWN = own();

    private CaseViews() {}

    public static CaseView view(CaseRow row, Pack pack) {
        var moving = row.moving();
        List<String> steps = moving.ended().isPresent() ? List.of() : moving.steps();
        return new CaseView(
                row.head(),
                pack.title(),
                new CaseView.Standing(
                        steps,
                        steps.stream().map(step -> step(pack, step)).toList(),
                        moving.turn(),
                        moving.timing(),
                        moving.warnAt(),
                        moving.dueAt(),
                        moving.ended()
                                .map(ended -> new CaseView.Result(
                                        ended.result(),
                                        named(pack, "result." + ended.result(), ended.result()),
                                        ended.at()))),
                moving.movedAt());
    }

    /** What a step is called: by the pack's texts, else by the drawing, else by its id. */
    public static Label step(Pack pack, String nodeId) {
        var drawn = pack.process().findNode(nodeId).map(node -> node.name()).filter(name -> !name.isBlank());
        return named(pack, "task." + nodeId, drawn.orElse(nodeId));
    }

    /** By the pack's texts; what every process offers, as a signature, has words of the platform. */
    public static Label outcome(Pack pack, String code) {
        return pack.texts().find("outcome." + code).orElseGet(() -> OWN.getOrDefault(code, Label.same(code)));
    }

    private static Map<String, Label> own() {
        var zh = texts("zh");
        var en = texts("en");
        var own = new LinkedHashMap<String, Label>();
        zh.stringPropertyNames().stream()
                .filter(key -> key.startsWith(OUTCOME))
                .forEach(key -> own.put(
                        key.substring(OUTCOME.length()), new Label(zh.getProperty(key), en.getProperty(key, ""))));
        return own;
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        var file = new ClassPathResource("texts/matter/casework/" + language + ".properties");
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Label named(Pack pack, String key, String otherwise) {
        return pack.texts().find(key).orElseGet(() -> Label.same(otherwise));
    }
}
