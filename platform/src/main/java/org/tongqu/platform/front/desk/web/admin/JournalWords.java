package org.tongqu.platform.front.desk.web.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tongqu.design.Texts;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.trust.journal.Entry;

/**
 * An entry of the journal in words. The verb as it is written stands under them: that is what is proved. What has no
 * word yet, as an entry of a module that is gone, is shown as it is written.
 */
record JournalWords(Texts texts) {

    private static final int LONGEST = 120;
    private static final int MOST = 12;

    String verb(Entry entry) {
        return word("verb", entry.verb());
    }

    String kind(Entry entry) {
        return word("kind", entry.subject().kind());
    }

    /** The verb as written, then what else is known, a line each. */
    List<String> details(Entry entry) {
        var lines = new ArrayList<String>();
        lines.add(entry.verb());
        if (entry.details() instanceof Datum.Fields(var fields)) {
            fields.entrySet().stream()
                    .filter(field -> !value(field.getValue()).isBlank())
                    .limit(MOST)
                    .map(field ->
                            texts.say("desk.journal.detail", word("field", field.getKey()), value(field.getValue())))
                    .forEach(lines::add);
        }
        return lines;
    }

    private String word(String of, String code) {
        var key = "desk.journal." + of + "." + code;
        return texts.knows(key) ? texts.say(key) : code;
    }

    private String value(Datum datum) {
        var said = switch (datum) {
            case Datum.Nothing nothing -> "";
            case Datum.Text(var text) -> text;
            case Datum.Number(var number) -> number.toPlainString();
            case Datum.Truth truth -> texts.say("desk.journal.truth." + truth.value());
            case Datum.Items(var items) ->
                items.stream().map(this::value).collect(Collectors.joining(texts.say("desk.journal.and")));
            case Datum.Fields(var fields) ->
                fields.entrySet().stream()
                        .map(field -> texts.say("desk.journal.detail", field.getKey(), value(field.getValue())))
                        .collect(Collectors.joining(texts.say("desk.journal.and")));
        };
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
    }
}
