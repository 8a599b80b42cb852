package org.tongqu.engines.cases.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.tongqu.kernel.data.Datum;

/**
 * An expression in FEEL, the language of decision tables, read by a library. Understood when it is first asked, so that
 * a service whose tables nobody asks does not pay for the library.
 */
final class Feel {

    /** What would answer otherwise tomorrow; a case must be decided by what it knows. */
    private static final Pattern IMPURE = Pattern.compile("\\b(now|today|random number)\\s*\\(");

    private static final Pattern QUOTED = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");

    private final String text;
    private final Kind kind;
    private volatile @Nullable ParsedExpression understood;

    private enum Kind {
        VALUE,
        TEST
    }

    /** The library costs half a second and some megabytes, once. */
    private static final class Library {
        static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    }

    private Feel(String text, Kind kind) {
        this.text = text.strip();
        this.kind = kind;
    }

    /** Something that has a value. */
    static Feel value(String text) {
        return new Feel(text, Kind.VALUE);
    }

    /** What a value must be, as the cell of a table says it; empty or a dash for anything. */
    static Feel test(String text) {
        return new Feel(text.isBlank() ? "-" : text, Kind.TEST);
    }

    String text() {
        return text;
    }

    boolean isAnything() {
        return kind == Kind.TEST && text.equals("-");
    }

    @Override
    public String toString() {
        return text;
    }

    /** Whether its answer would depend on more than what it is asked about. */
    boolean isImpure() {
        return IMPURE.matcher(QUOTED.matcher(text).replaceAll("")).find();
    }

    /** Why it cannot be understood, in the words of the library. */
    Optional<String> flaw() {
        var parsed = parse();
        return parsed.isSuccess()
                ? Optional.empty()
                : Optional.of(parsed.failure().message().lines().findFirst().orElse(""));
    }

    Datum valueIn(Facts facts) {
        var answer = Library.FEEL.evaluate(expression(), facts);
        return answer.isSuccess() ? datum(answer.result()) : Datum.nothing();
    }

    boolean holds(Datum value, Facts facts) {
        if (isAnything()) {
            return true;
        }
        var answer = Library.FEEL.evaluateWithInput(expression(), java(value), facts);
        return answer.isSuccess() && Boolean.TRUE.equals(answer.result());
    }

    private ParsedExpression expression() {
        var known = understood;
        if (known == null) {
            known = parse().parsedExpression();
            understood = known;
        }
        return known;
    }

    private ParseResult parse() {
        return kind == Kind.TEST ? Library.FEEL.parseUnaryTests(text) : Library.FEEL.parseExpression(text);
    }

    /** What a case knows, as the library takes it. */
    static final class Facts extends LinkedHashMap<String, @Nullable Object> {
        private static final long serialVersionUID = 1;

        static Facts of(Datum.Fields known) {
            var facts = new Facts();
            known.values().forEach((name, value) -> facts.put(name, java(value)));
            return facts;
        }
    }

    private static @Nullable Object java(Datum datum) {
        return switch (datum) {
            case Datum.Nothing nothing -> null;
            case Datum.Text(var value) -> value;
            case Datum.Number(var value) -> value;
            case Datum.Truth(var value) -> value;
            case Datum.Items(var values) -> {
                var list = new ArrayList<@Nullable Object>();
                values.forEach(value -> list.add(java(value)));
                yield list;
            }
            case Datum.Fields fields -> Facts.of(fields);
        };
    }

    private static Datum datum(@Nullable Object value) {
        return switch (value) {
            case null -> Datum.nothing();
            case String text -> Datum.of(text);
            case Boolean truth -> new Datum.Truth(truth);
            case Long whole -> Datum.of(whole);
            case Integer whole -> Datum.of(whole);
            case BigDecimal number -> Datum.of(number);
            case Double number -> Datum.of(BigDecimal.valueOf(number));
            case Collection<?> items -> {
                List<Datum> values = new ArrayList<>();
                items.forEach(item -> values.add(datum(item)));
                yield Datum.of(values);
            }
            case Map<?, ?> fields -> {
                var values = new LinkedHashMap<String, Datum>();
                fields.forEach((name, item) -> values.put(String.valueOf(name), datum(item)));
                yield new Datum.Fields(values);
            }
            default -> Datum.of(String.valueOf(value));
        };
    }
}
