package org.tongqu.platform.data.comparison.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.comparison.Finding.Origin;
import org.tongqu.platform.data.comparison.Finding.Said;

/** What a finding is about, as the text that is sealed. */
final class SaidText {

    private SaidText() {}

    static String write(Said said) {
        return datum(said).canonical();
    }

    static Datum datum(Said said) {
        return Datum.empty()
                .with("key", items(said.key()))
                .with("row", items(said.row()))
                .with("about", fields(said.about()))
                .with("against", fields(said.against()))
                .with("origins", origins(said.origins()));
    }

    private static Datum origins(Map<String, Origin> origins) {
        var fields = Datum.empty();
        for (var entry : new TreeMap<>(origins).entrySet()) {
            fields = fields.with(
                    entry.getKey(),
                    items(List.of(entry.getValue().source(), entry.getValue().since())));
        }
        return fields;
    }

    private static Datum items(List<String> texts) {
        return Datum.of(texts.stream().map(Datum::of).toList());
    }

    private static Datum fields(Map<String, String> texts) {
        var fields = Datum.empty();
        for (var entry : texts.entrySet()) {
            fields = fields.with(entry.getKey(), Datum.of(entry.getValue()));
        }
        return fields;
    }

    static Said read(String text) {
        return said(DatumJson.read(text));
    }

    static Said said(Datum root) {
        return new Said(
                texts(root.at("key")),
                texts(root.at("row")),
                named(root.at("about")),
                named(root.at("against")),
                origins(root.at("origins")));
    }

    private static Map<String, Origin> origins(Datum datum) {
        Map<String, Origin> origins = new LinkedHashMap<>();
        if (datum instanceof Datum.Fields(var fields)) {
            fields.forEach((name, value) -> {
                var said = texts(value);
                origins.put(name, new Origin(said.getFirst(), said.getLast()));
            });
        }
        return origins;
    }

    private static List<String> texts(Datum datum) {
        return datum instanceof Datum.Items(var items)
                ? items.stream().map(SaidText::text).toList()
                : List.of();
    }

    private static Map<String, String> named(Datum datum) {
        Map<String, String> named = new LinkedHashMap<>();
        if (datum instanceof Datum.Fields(var fields)) {
            fields.forEach((name, value) -> named.put(name, text(value)));
        }
        return named;
    }

    private static String text(Datum datum) {
        return datum instanceof Datum.Text(var value) ? value : "";
    }
}
