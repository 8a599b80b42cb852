package org.tongqu.engines.packs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tongqu.engines.forms.Field;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Language;

/** Writes a fact for people, on a document, a public list or a page. */
public final class FactTexts {

    private static final Sentences SENTENCES = Sentences.in("texts/engines/packs");
    private static final String ANSWERS = "answers.";

    private FactTexts() {}

    /** The fact as text, or what the pack says stands there instead; empty when there is neither. */
    public static Optional<String> text(
            Pack pack, FactField field, Datum facts, Language language, Function<String, String> divisionName) {
        return shown(pack, field, facts.at(field.from()), language, divisionName);
    }

    /** The same of a fact that was taken from its place before. */
    static Optional<String> shown(
            Pack pack, FactField field, Datum fact, Language language, Function<String, String> divisionName) {
        if (fact.isNothing()) {
            return field.fallback().map(words -> words.in(language));
        }
        return Optional.of(
                switch (field.show()) {
                    case TEXT -> plain(fact);
                    case DATE -> date(fact, language);
                    case CAPITAL -> SENTENCES.say(language, "show.capital", List.of(plain(fact)));
                    case CHOICE -> choice(pack, field.from(), fact, language);
                    case ADDRESS ->
                        divisionName.apply(fact.text("division").orElse(""))
                                + fact.text("detail").orElse("");
                    case MASKED -> masked(plain(fact));
                });
    }

    static String plain(Datum fact) {
        return switch (fact) {
            case Datum.Nothing nothing -> "";
            case Datum.Text(var value) -> value;
            case Datum.Number(var value) -> value.toPlainString();
            case Datum.Truth(var value) -> String.valueOf(value);
            case Datum.Items(var values) ->
                String.join("、", values.stream().map(FactTexts::plain).toList());
            case Datum.Fields(var values) ->
                String.join(" ", values.values().stream().map(FactTexts::plain).toList());
        };
    }

    private static String date(Datum fact, Language language) {
        var day = plain(fact);
        if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return day;
        }
        var date = LocalDate.parse(day);
        return SENTENCES.say(
                language,
                "show.date",
                List.of(
                        String.valueOf(date.getYear()),
                        String.valueOf(date.getMonthValue()),
                        String.valueOf(date.getDayOfMonth())));
    }

    /** The label of the chosen value by the field of the form that asked for it; several are joined. */
    private static String choice(Pack pack, String from, Datum fact, Language language) {
        var path = from.startsWith(ANSWERS) ? from.substring(ANSWERS.length()) : from;
        var choices = pack.form().pageOf(path).stream()
                .flatMap(page -> page.fields().stream())
                .filter(field -> field.name().equals(path))
                .flatMap(field -> field.choices().stream())
                .toList();
        var chosen = fact instanceof Datum.Items(var items) ? items : List.of(fact);
        return String.join(
                SENTENCES.say(language, "show.separator", List.of()),
                chosen.stream()
                        .map(value -> label(choices, plain(value), language))
                        .toList());
    }

    private static String label(List<Field.Choice> choices, String value, Language language) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .map(choice -> choice.label().in(language))
                .orElse(value);
    }

    /** Shows the first and the last sign; what is shorter than three is hidden but for the first. */
    static String masked(String text) {
        var signs = text.codePoints().toArray();
        var shown = new StringBuilder();
        for (int i = 0; i < signs.length; i++) {
            var isShown = i == 0 || (i == signs.length - 1 && signs.length > 2);
            shown.append(isShown ? Character.toString(signs[i]) : "*");
        }
        return shown.toString();
    }
}
