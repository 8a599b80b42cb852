package org.tongqu.engines.space.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.space.Shapes;
import org.tongqu.engines.space.filter.FilterWords.Kind;
import org.tongqu.engines.space.filter.FilterWords.Word;
import org.tongqu.kernel.Outcome;

/** Reads filters as CQL2 text. */
public final class FilterReader {

    /** What stands for where a feature lies. */
    public static final String GEOMETRY = "geometry";

    private static final int LONGEST = 20_000;
    private static final int MOST_WORDS = 2_000;
    private static final int DEEPEST = 40;
    private static final Set<String> KEYWORDS =
            Set.of("AND", "OR", "NOT", "LIKE", "IN", "BETWEEN", "IS", "NULL", "S_INTERSECTS", "S_WITHIN");
    private static final Map<String, Filter.Sign> SIGNS = Map.of(
            "=", Filter.Sign.EQUAL,
            "<>", Filter.Sign.OTHER,
            "<", Filter.Sign.LESS,
            "<=", Filter.Sign.LESS_OR_EQUAL,
            ">", Filter.Sign.MORE,
            ">=", Filter.Sign.MORE_OR_EQUAL);

    private final FilterWords words;
    private final List<Attribute> attributes;
    private int depth;

    private FilterReader(FilterWords words, List<Attribute> attributes) {
        this.words = words;
        this.attributes = attributes;
    }

    /** What the reader throws to itself where it cannot go on. */
    private static final class Unread extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient FilterRefusal refusal;

        Unread(FilterRefusal.Kind kind, Word word) {
            super(kind.name());
            this.refusal = new FilterRefusal(kind, word.at() + 1, word.said());
        }
    }

    /** @param attributes by which may be asked */
    public static Outcome<Filter, FilterRefusal> read(String text, List<Attribute> attributes) {
        if (text.length() > LONGEST) {
            return Outcome.refused(new FilterRefusal(FilterRefusal.Kind.TOO_LARGE, LONGEST, ""));
        }
        var words = new FilterWords(text);
        try {
            if (words.count() > MOST_WORDS) {
                throw new Unread(FilterRefusal.Kind.TOO_LARGE, words.peek());
            }
            var reader = new FilterReader(words, List.copyOf(attributes));
            var filter = reader.any();
            return words.peek().kind() == Kind.END
                    ? Outcome.done(filter)
                    : Outcome.refused(reader.unexpected().refusal);
        } catch (Unread broken) {
            return Outcome.refused(broken.refusal);
        }
    }

    private Unread unexpected() {
        var word = words.peek();
        return new Unread(word.kind() == Kind.END ? FilterRefusal.Kind.ENDS : FilterRefusal.Kind.UNEXPECTED, word);
    }

    private Filter any() {
        List<Filter> any = new ArrayList<>(List.of(all()));
        while (words.took("OR")) {
            any.add(all());
        }
        return any.size() == 1 ? any.getFirst() : new Filter.Or(any);
    }

    private Filter all() {
        List<Filter> all = new ArrayList<>(List.of(factor()));
        while (words.took("AND")) {
            all.add(factor());
        }
        return all.size() == 1 ? all.getFirst() : new Filter.And(all);
    }

    private Filter factor() {
        depth++;
        if (depth > DEEPEST) {
            throw new Unread(FilterRefusal.Kind.TOO_LARGE, words.peek());
        }
        var filter = words.took("NOT") ? new Filter.Not(factor()) : bracketed();
        depth--;
        return filter;
    }

    private Filter bracketed() {
        if (words.took("(")) {
            var inner = any();
            need(")");
            return inner;
        }
        if (words.took("S_INTERSECTS")) {
            return lies(Filter.How.INTERSECTS);
        }
        return words.took("S_WITHIN") ? lies(Filter.How.WITHIN) : predicate();
    }

    private void need(String keyword) {
        if (!words.took(keyword)) {
            throw unexpected();
        }
    }

    private Filter lies(Filter.How how) {
        need("(");
        var name = words.peek();
        if (!name.said().equals(GEOMETRY)) {
            throw new Unread(FilterRefusal.Kind.NO_ATTRIBUTE, name);
        }
        words.take();
        need(",");
        var from = words.peek();
        var shape = Shapes.read(words.upToClosing(from)).found().filter(one -> !one.isEmpty() && one.isValid());
        return new Filter.Lies(how, shape.orElseThrow(() -> new Unread(FilterRefusal.Kind.SHAPE, from)));
    }

    private Filter predicate() {
        var attribute = attribute();
        var sign = Optional.ofNullable(SIGNS.get(words.peek().said()))
                .filter(one -> words.peek().kind() == Kind.SIGN);
        if (sign.isPresent()) {
            words.take();
            return new Filter.Compared(attribute.name(), sign.get(), literal(attribute));
        }
        if (words.took("IS")) {
            return missing(attribute);
        }
        return words.took("NOT") ? new Filter.Not(chosen(attribute)) : chosen(attribute);
    }

    private Filter missing(Attribute attribute) {
        var isNegated = words.took("NOT");
        need("NULL");
        var missing = new Filter.Missing(attribute.name());
        return isNegated ? new Filter.Not(missing) : missing;
    }

    private Filter chosen(Attribute attribute) {
        if (words.took("LIKE")) {
            return like(attribute);
        }
        if (words.took("IN")) {
            return new Filter.In(attribute.name(), list(attribute));
        }
        need("BETWEEN");
        if (attribute.kind() != ValueKind.NUMBER) {
            throw new Unread(FilterRefusal.Kind.NOT_OF_KIND, words.peek());
        }
        var least = literal(attribute);
        need("AND");
        return new Filter.Between(attribute.name(), least, literal(attribute));
    }

    private Filter like(Attribute attribute) {
        var pattern = words.peek();
        if (attribute.kind() == ValueKind.NUMBER || pattern.kind() != Kind.TEXT) {
            throw new Unread(FilterRefusal.Kind.NOT_OF_KIND, pattern);
        }
        if (pattern.said().matches("(?s)(?:[^\\\\]|\\\\.)*\\\\")) {
            // A backslash at the end has nothing behind it to mean.
            throw new Unread(FilterRefusal.Kind.UNEXPECTED, pattern);
        }
        words.take();
        return new Filter.Like(attribute.name(), pattern.said());
    }

    private List<String> list(Attribute attribute) {
        List<String> values = new ArrayList<>();
        need("(");
        do {
            values.add(literal(attribute));
        } while (words.took(","));
        need(")");
        return values;
    }

    private Attribute attribute() {
        var word = words.peek();
        var isKeyword = word.kind() == Kind.NAME && KEYWORDS.stream().anyMatch(word::is);
        if ((word.kind() != Kind.NAME && word.kind() != Kind.QUOTED) || isKeyword) {
            throw unexpected();
        }
        words.take();
        return attributes.stream()
                .filter(one -> one.name().equals(word.said()))
                .findFirst()
                .orElseThrow(() -> new Unread(FilterRefusal.Kind.NO_ATTRIBUTE, word));
    }

    private String literal(Attribute attribute) {
        var word = words.peek();
        if (word.kind() != Kind.TEXT && word.kind() != Kind.NUMBER) {
            throw unexpected();
        }
        if ((word.kind() == Kind.NUMBER) != (attribute.kind() == ValueKind.NUMBER)) {
            throw new Unread(FilterRefusal.Kind.NOT_OF_KIND, word);
        }
        return words.take().said();
    }
}
