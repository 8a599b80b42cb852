package org.tongqu.engines.space.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.space.filter.FilterMaker.Read;
import org.tongqu.engines.space.filter.FilterWords.Word;

/** What is written as a word with brackets behind it: shapes, times, and how they are to each other. */
final class FilterCalls {

    private final FilterText reader;
    private final FilterWords words;

    FilterCalls(FilterText reader, FilterWords words) {
        this.reader = reader;
        this.words = words;
    }

    /** How two shapes lie, of the name of the function. */
    static Optional<Filter.How> how(String name) {
        return Arrays.stream(Filter.How.values())
                .filter(one -> ("S_" + one.name()).equals(name))
                .findFirst();
    }

    static Optional<Filter.When> when(String name) {
        return Arrays.stream(Filter.When.values())
                .filter(one -> ("T_" + one.name()).equals(name))
                .findFirst();
    }

    Part called(Word word) {
        var name = word.upper();
        if (FilterText.isShape(name)) {
            return FilterMaker.drawn(words.throughClosing(word), word.place());
        }
        words.take();
        return switch (name) {
            case "CASEI" -> FilterMaker.folded(Value.Fold.CASE, reader.parts(1).getFirst());
            case "ACCENTI" ->
                FilterMaker.folded(Value.Fold.ACCENTS, reader.parts(1).getFirst());
            case "DATE" -> FilterMaker.day(text(), word.place());
            case "TIMESTAMP" -> FilterMaker.moment(text(), word.place());
            case "INTERVAL" -> interval(word);
            case "BBOX" -> box(word);
            default -> related(word);
        };
    }

    private String text() {
        var part = reader.parts(1).getFirst();
        if (part.part() instanceof Value.Text(var text)) {
            return text;
        }
        throw part.notOfKind();
    }

    private Period interval(Word word) {
        var ends = reader.parts(2);
        return FilterMaker.interval(end(ends.getFirst()), end(ends.getLast()), word.place());
    }

    private static Optional<Value> end(Read end) {
        return end.part() instanceof Value.Text(var text) ? FilterMaker.end(text, end.said()) : FilterMaker.end(end);
    }

    private Area box(Word word) {
        var numbers = words.throughClosing(words.peek());
        if (numbers.isEmpty()) {
            throw new Unread(FilterRefusal.Kind.SHAPE, word.place());
        }
        try {
            return FilterMaker.box(
                    Arrays.stream(numbers.substring(1, numbers.length() - 1).split(",", -1))
                            .map(Double::valueOf)
                            .toList(),
                    word.place());
        } catch (NumberFormatException noNumber) {
            throw new Unread(FilterRefusal.Kind.SHAPE, word.place());
        }
    }

    private Filter related(Word word) {
        var how = how(word.upper());
        var when = when(word.upper());
        if (how.isEmpty() && when.isEmpty()) {
            throw new Unread(FilterRefusal.Kind.UNEXPECTED, word.place());
        }
        List<Read> parts = reader.parts(2);
        return how.map(one -> FilterMaker.lies(one, parts.getFirst(), parts.getLast()))
                .or(() -> when.map(one -> FilterMaker.happens(one, parts.getFirst(), parts.getLast())))
                .orElseThrow();
    }
}
