package org.tongqu.engines.forms;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tongqu.kernel.data.Datum;

/**
 * Reads what a browser posted, as leniently as people type and as strictly as strangers deserve: spaces and full-width
 * digits are put right, names that were not asked are left out and reported, and what is no number stays the text it
 * was, so that it can be shown again beside the complaint.
 */
final class PostReader {

    /** More than any answer needs; what is longer was not typed by a person. */
    private static final int LONGEST = 20_000;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,24}(\\.[0-9]{1,12})?");
    private static final Set<String> YES = Set.of("yes", "true", "on");

    private final Map<String, String[]> post;

    PostReader(Map<String, String[]> post) {
        this.post = post;
    }

    /** @param target the answers, or the row, whose fields are replaced */
    Posted read(FormPage page, Datum.Fields answers, Datum.Fields target) {
        Datum read = target;
        for (var field : page.fields()) {
            read = put(read, field.name(), value(field));
        }
        var result = (Datum.Fields) read;

        // what is asked can depend on what was just posted on the same page
        var facts = page.group().isPresent() ? answers : result;
        var visible = Forms.visibleFields(page, facts, result);
        var hidden = new TreeSet<String>();
        for (var field : page.fields()) {
            if (!visible.contains(field)) {
                if (value(field).isPresent()) {
                    hidden.add(field.name());
                }
                result = put(result, field.name(), kept(target, field));
            }
        }
        return new Posted(result, ignored(page, hidden));
    }

    /** A hidden question keeps the answer it had, if any. */
    private static Optional<Datum> kept(Datum.Fields target, Field field) {
        var before = target.at(field.name());
        return before.isNothing() ? Optional.empty() : Optional.of(before);
    }

    private List<String> ignored(FormPage page, Set<String> hidden) {
        var asked = Forms.postedNames(page);
        var ignored = new TreeSet<>(hidden);
        for (var name : post.keySet()) {
            if (!asked.contains(name) && !name.startsWith("_")) {
                ignored.add(name.length() > 100 ? name.substring(0, 100) : name);
            }
        }
        return List.copyOf(ignored);
    }

    private static Datum.Fields put(Datum into, String path, Optional<Datum> value) {
        if (value.isPresent()) {
            return (Datum.Fields) into.with(path, value.get());
        }
        return remove((Datum.Fields) into, path);
    }

    private static Datum.Fields remove(Datum.Fields from, String path) {
        var dot = path.indexOf('.');
        var values = new LinkedHashMap<>(from.values());
        if (dot < 0) {
            values.remove(path);
        } else if (values.get(path.substring(0, dot)) instanceof Datum.Fields inner) {
            var rest = remove(inner, path.substring(dot + 1));
            if (rest.values().isEmpty()) {
                values.remove(path.substring(0, dot));
            } else {
                values.put(path.substring(0, dot), rest);
            }
        }
        return new Datum.Fields(values);
    }

    private Optional<Datum> value(Field field) {
        return switch (field.control()) {
            case CHECKBOXES -> many(field.name());
            case ADDRESS -> address(field.name());
            case YES_NO -> one(field.name()).map(text -> new Datum.Truth(YES.contains(text)));
            case NUMBER, MONEY -> one(field.name()).map(PostReader::number);
            case CITIZEN_NUMBER, CREDIT_CODE ->
                one(field.name()).map(text -> Datum.of(plain(text).toUpperCase(Locale.ROOT)));
            case PHONE -> one(field.name()).map(text -> Datum.of(plain(text).replace("-", "")));
            case DATE, EMAIL -> one(field.name()).map(text -> Datum.of(plain(text)));
            case TEXTAREA, TEXT, RADIOS, SELECT -> one(field.name()).map(Datum::of);
        };
    }

    private Optional<Datum> address(String name) {
        Datum address = Datum.empty();
        for (var part : List.of("division", "detail")) {
            var value = one(name + "." + part);
            if (value.isPresent()) {
                address = address.with(part, Datum.of(value.get()));
            }
        }
        return ((Datum.Fields) address).values().isEmpty() ? Optional.empty() : Optional.of(address);
    }

    private Optional<Datum> many(String name) {
        List<Datum> chosen = new ArrayList<>();
        Arrays.stream(post.getOrDefault(name, new String[0]))
                .map(PostReader::tidy)
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(200)
                .forEach(text -> chosen.add(Datum.of(text)));
        return chosen.isEmpty() ? Optional.empty() : Optional.of(Datum.of(chosen));
    }

    private Optional<String> one(String name) {
        var values = post.get(name);
        if (values == null || values.length == 0) {
            return Optional.empty();
        }
        return Optional.of(tidy(values[0])).filter(text -> !text.isEmpty());
    }

    private static Datum number(String text) {
        var digits = plain(text).replace(",", "");
        return NUMBER.matcher(digits).matches() ? Datum.of(new BigDecimal(digits)) : Datum.of(text);
    }

    /** Without spaces and with half-width signs, for values that have neither. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static String tidy(String text) {
        var shorter = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return shorter.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replaceAll("^[\\s\\u3000]+|[\\s\\u3000]+$", "");
    }
}
