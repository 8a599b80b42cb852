package org.tongqu.bench.visits;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongqu.kernel.data.Datum;

/** The fields of a form in the order they are sent. */
public record Fields(List<Field> all) {

    public record Field(String name, String value) {}

    public Fields {
        all = List.copyOf(all);
    }

    public static Fields of(Map<String, String> values) {
        return new Fields(values.entrySet().stream()
                .map(value -> new Field(value.getKey(), value.getValue()))
                .toList());
    }

    /** Every answer under its full path, a choice of several once for each, a truth as the box it ticks. */
    public static Fields of(Datum.Fields answers) {
        var fields = new ArrayList<Field>();
        answers.values().forEach((name, value) -> add(fields, name, value));
        return new Fields(fields);
    }

    private static void add(List<Field> fields, String path, Datum value) {
        switch (value) {
            case Datum.Nothing nothing -> {}
            case Datum.Text(var text) -> fields.add(new Field(path, text));
            case Datum.Number(var number) -> fields.add(new Field(path, number.toPlainString()));
            case Datum.Truth(var truth) -> fields.add(new Field(path, truth ? "yes" : "no"));
            case Datum.Fields(var inner) -> inner.forEach((name, part) -> add(fields, path + "." + name, part));
            case Datum.Items(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    add(fields, items.get(i) instanceof Datum.Fields ? path + "." + i : path, items.get(i));
                }
            }
        }
    }

    public Fields and(String name, String value) {
        var more = new ArrayList<>(all);
        more.add(new Field(name, value));
        return new Fields(more);
    }

    public String encoded() {
        return all.stream()
                .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
