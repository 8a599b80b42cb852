package org.tongqu.platform.data.catalog.internal.sheet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.catalog.Item;

/** The headings and words of a table in both languages, and what each of them means. */
@Component
public class SheetWords {

    /** Columns in their order: the core elements of a resource, then those of an item. */
    static final List<String> RESOURCE = List.of(
            "code",
            "category",
            "name",
            "organisation",
            "organisationCode",
            "summary",
            "format",
            "formatDetail",
            "sharing",
            "basis",
            "condition",
            "ways",
            "opening",
            "openingCondition",
            "cycle",
            "published",
            "related");

    static final List<String> ITEM =
            List.of("itemName", "field", "type", "length", "marks", "sensitivity", "element", "authority");

    /** Filled in by us, or not needed for new resources. */
    static final List<String> MAY_LACK = List.of("code", "organisation", "organisationCode", "published", "related");

    private static final Map<String, Coded[]> LISTS = Map.of(
            "format", Description.FormatKind.values(),
            "sharing", Description.SharingType.values(),
            "ways", Description.Way.values(),
            "opening", Description.Openness.values(),
            "cycle", Description.Cycle.values(),
            "type", Item.DataType.values(),
            "marks", Item.Mark.values(),
            "sensitivity", Item.Sensitivity.values(),
            "authority", Item.Authority.values());

    private final TextsBundle texts;
    private final Map<String, String> headings = new HashMap<>();
    private final Map<String, Map<String, String>> codes = new HashMap<>();

    SheetWords(TextsBundle texts) {
        this.texts = texts;
        for (var part : parts()) {
            headings.put(key(part), part);
            for (var language : Language.values()) {
                headings.put(key(heading(part, language)), part);
            }
        }
        LISTS.forEach((part, values) -> {
            var known = new LinkedHashMap<String, String>();
            for (var value : values) {
                known.put(key(value.code()), value.code());
                for (var language : Language.values()) {
                    known.put(key(word(part, value, language)), value.code());
                }
            }
            codes.put(part, known);
        });
    }

    static List<String> parts() {
        return Stream.concat(RESOURCE.stream(), ITEM.stream()).toList();
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    String heading(String part, Language language) {
        return texts.in(language).say("catalog.sheet." + part);
    }

    /** Which column a heading means, in either language or by its name in forms. */
    Optional<String> part(String heading) {
        return Optional.ofNullable(headings.get(key(heading)));
    }

    String word(String part, Coded value, Language language) {
        var list = part.equals("ways") ? "way" : part.equals("marks") ? "mark" : part;
        return texts.in(language).say("catalog." + list + "." + value.code());
    }

    /** The code a cell means; the cell itself where it means none, so that it is found wrong. */
    String code(String part, String cell) {
        var known = codes.get(part);
        return known == null ? cell : known.getOrDefault(key(cell), cell);
    }

    /** Codes of a cell that may hold several. */
    List<String> codes(String part, String cell) {
        return Arrays.stream(cell.split("[,;、，；/|]+"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> code(part, word))
                .toList();
    }

    /** The cell that says these values. */
    String cell(String part, Iterable<? extends Coded> values, Language language) {
        var words = new TreeMap<String, String>();
        values.forEach(value -> words.put(value.code(), word(part, value, language)));
        return String.join(language == Language.ZH ? "、" : "; ", words.values());
    }
}
