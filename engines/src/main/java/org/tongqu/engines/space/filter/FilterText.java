package org.tongqu.engines.space.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tongqu.engines.space.filter.FilterMaker.Read;
import org.tongqu.engines.space.filter.FilterWords.Kind;
import org.tongqu.engines.space.filter.FilterWords.Word;
import org.tongqu.engines.space.filter.Value.Operation;

/** Reads a filter as CQL2 text. */
final class FilterText {

    private static final Set<String> KEYWORDS =
            Set.of("AND", "OR", "NOT", "LIKE", "IN", "BETWEEN", "IS", "NULL", "TRUE", "FALSE", "DIV");
    private static final Set<String> SHAPES = Set.of(
            "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION");
    static final Map<String, Filter.Sign> SIGNS = Map.of(
            "=", Filter.Sign.EQUAL,
            "<>", Filter.Sign.OTHER,
            "<", Filter.Sign.LESS,
            "<=", Filter.Sign.LESS_OR_EQUAL,
            ">", Filter.Sign.MORE,
            ">=", Filter.Sign.MORE_OR_EQUAL);
    private static final Map<String, Operation> SUMS = Map.of("+", Operation.ADDED, "-", Operation.SUBTRACTED);
    private static final Map<String, Operation> PRODUCTS =
            Map.of("*", Operation.MULTIPLIED, "/", Operation.DIVIDED, "%", Operation.REST, "DIV", Operation.WHOLE);

    private final FilterWords words;
    private final FilterMaker maker;
    private int depth;

    FilterText(String text, FilterMaker maker) {
        this.words = new FilterWords(text);
        this.maker = maker;
        if (words.count() > FilterReader.MOST_WORDS) {
            throw new Unread(FilterRefusal.Kind.TOO_LARGE, words.peek().place());
        }
    }

    Filter filter() {
        var filter = filter(any());
        if (words.peek().kind() != Kind.END) {
            throw unexpected();
        }
        return filter;
    }

    private Unread unexpected() {
        var word = words.peek();
        return new Unread(
                word.kind() == Kind.END ? FilterRefusal.Kind.ENDS : FilterRefusal.Kind.UNEXPECTED, word.place());
    }

    /** A value with nothing behind it is no condition: something is missing there. */
    private Filter filter(Read read) {
        if (read.part() instanceof Filter filter) {
            return filter;
        }
        throw unexpected();
    }

    private <T> T deeper(Supplier<T> read) {
        depth++;
        if (depth > FilterReader.DEEPEST) {
            throw new Unread(FilterRefusal.Kind.TOO_LARGE, words.peek().place());
        }
        var found = read.get();
        depth--;
        return found;
    }

    private void need(String keyword) {
        if (!words.took(keyword)) {
            throw unexpected();
        }
    }

    private Read any() {
        return several("OR", this::all, Filter.Or::new);
    }

    private Read all() {
        return several("AND", this::factor, Filter.And::new);
    }

    private Read several(String between, Supplier<Read> each, java.util.function.Function<List<Filter>, Filter> join) {
        var first = each.get();
        if (!words.peek().is(between)) {
            return first;
        }
        List<Filter> parts = new ArrayList<>(List.of(filter(first)));
        while (words.took(between)) {
            parts.add(filter(each.get()));
        }
        return new Read(join.apply(parts), first.said());
    }

    private Read factor() {
        var at = words.peek();
        return words.took("NOT") ? new Read(new Filter.Not(filter(deeper(this::factor))), at.place()) : predicate();
    }

    private Read predicate() {
        var left = sum();
        var sign = Optional.ofNullable(SIGNS.get(words.peek().said()))
                .filter(one -> words.peek().kind() == Kind.SIGN);
        if (sign.isPresent()) {
            words.take();
            return new Read(FilterMaker.compared(left, sign.get(), sum()), left.said());
        }
        if (words.took("IS")) {
            var isNegated = words.took("NOT");
            need("NULL");
            return negated(isNegated, left, FilterMaker.missing(left));
        }
        var isChosen =
                words.peek().is("LIKE") || words.peek().is("IN") || words.peek().is("BETWEEN");
        if (isChosen || words.peek().is("NOT")) {
            return negated(words.took("NOT"), left, chosen(left));
        }
        return left;
    }

    private static Read negated(boolean isNegated, Read left, Filter filter) {
        return new Read(isNegated ? new Filter.Not(filter) : filter, left.said());
    }

    private Filter chosen(Read left) {
        if (words.took("LIKE")) {
            return FilterMaker.like(left, sum());
        }
        if (words.took("IN")) {
            need("(");
            return FilterMaker.in(left, upToBracket(this::sum));
        }
        need("BETWEEN");
        left.value(Value.Kind.NUMBER);
        var least = sum();
        need("AND");
        return FilterMaker.between(left, least, sum());
    }

    private <T> List<T> upToBracket(Supplier<T> each) {
        List<T> parts = new ArrayList<>();
        do {
            parts.add(each.get());
        } while (words.took(","));
        need(")");
        return parts;
    }

    private Read sum() {
        return calculated(SUMS, this::product);
    }

    private Read product() {
        return calculated(PRODUCTS, this::power);
    }

    private Read calculated(Map<String, Operation> operations, Supplier<Read> each) {
        var made = each.get();
        while (operations.containsKey(words.peek().upper()) && isOperator(words.peek())) {
            var operation = operations.getOrDefault(words.take().upper(), Operation.ADDED);
            made = new Read(FilterMaker.calculated(made, operation, each.get()), made.said());
        }
        return made;
    }

    private static boolean isOperator(Word word) {
        return word.kind() == Kind.SIGN || word.kind() == Kind.NAME;
    }

    private Read power() {
        var base = signed();
        return words.took("^")
                ? new Read(FilterMaker.calculated(base, Operation.POWER, deeper(this::power)), base.said())
                : base;
    }

    private Read signed() {
        var at = words.peek();
        if (words.took("-")) {
            var number = words.peek();
            if (number.kind() == Kind.NUMBER) {
                words.take();
                return FilterMaker.number("-" + number.said(), at.place());
            }
            var nought = FilterMaker.number("0", at.place());
            return new Read(FilterMaker.calculated(nought, Operation.SUBTRACTED, primary()), at.place());
        }
        if (words.took("+") && words.peek().kind() != Kind.NUMBER) {
            throw unexpected();
        }
        return primary();
    }

    private Read primary() {
        var word = words.peek();
        return switch (word.kind()) {
            case TEXT -> new Read(new Value.Text(words.take().said()), word.place());
            case NUMBER -> FilterMaker.number(words.take().said(), word.place());
            case QUOTED -> maker.named(words.take().said(), word.place());
            case NAME -> word(word);
            case SIGN, BROKEN, END -> {
                need("(");
                var inner = deeper(this::any);
                need(")");
                yield inner;
            }
        };
    }

    private Read word(Word word) {
        if (words.isCalled() && !KEYWORDS.contains(word.upper())) {
            return new Read(new FilterCalls(this, words).called(word), word.place());
        }
        if (words.took("TRUE")) {
            return new Read(new Filter.Constant(true), word.place());
        }
        if (words.took("FALSE")) {
            return new Read(new Filter.Constant(false), word.place());
        }
        if (KEYWORDS.contains(word.upper())) {
            throw unexpected();
        }
        words.take();
        return maker.named(word.said(), word.place());
    }

    /** What stands in the brackets of something that is called: so many parts. */
    List<Read> parts(int many) {
        need("(");
        var parts = deeper(() -> upToBracket(this::any));
        if (parts.size() != many) {
            throw new Unread(FilterRefusal.Kind.UNEXPECTED, parts.getLast().said());
        }
        return parts;
    }

    static boolean isShape(String word) {
        return SHAPES.contains(word);
    }
}
