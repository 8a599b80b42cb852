package org.tongqu.platform.matter._support;

import java.util.HashMap;
import java.util.Map;
import org.tongqu.engines.forms.Control;
import org.tongqu.engines.forms.Field;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.kernel.data.Datum;

/** What a browser would post for a page that is answered so. */
public final class Posts {

    private Posts() {}

    /** @param answers of the whole, or of the row on a page that asks the same of several */
    public static Map<String, String[]> of(FormPage page, Datum answers) {
        var post = new HashMap<String, String[]>();
        for (var field : page.fields()) {
            put(post, field, answers.at(field.name()));
        }
        return post;
    }

    private static void put(Map<String, String[]> post, Field field, Datum answer) {
        if (field.control() == Control.ADDRESS) {
            for (var part : answer.fields("").entrySet()) {
                post.put(field.name() + "." + part.getKey(), new String[] {text(part.getValue())});
            }
            return;
        }
        switch (answer) {
            case Datum.Nothing nothing -> {}
            case Datum.Items(var items) ->
                post.put(field.name(), items.stream().map(Posts::text).toArray(String[]::new));
            default -> post.put(field.name(), new String[] {text(answer)});
        }
    }

    private static String text(Datum answer) {
        return switch (answer) {
            case Datum.Text(var value) -> value;
            case Datum.Number(var value) -> value.toPlainString();
            case Datum.Truth(var value) -> value ? "yes" : "no";
            default -> throw new IllegalArgumentException("Nobody can type " + answer);
        };
    }
}
