package org.tongqu.engines.cases.process;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.valuemapper.ValueMapper;
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

    /**
     * The library costs half a second and some megabytes, once. It is asked below its front door, which builds its two
     * hundred functions anew for every question: nine tenths of what a table costs.
     */
    private static final class Library {
        private static final FeelEngineBuilder BUILDER = FeelEngineBuilder.forJava();
        static final FeelEngineApi FEEL = BUILDER.build();
        static final ValueMapper VALUES = BUILDER.valueMapper();
        private static final FeelInterpreter INTERPRETER = new FeelInterpreter(VALUES);
        private static final FunctionProvider FUNCTIONS = new BuiltinFunctions(BUILDER.clock(), VALUES);
        private static final String INPUT = FeelEngine.UnaryTests$.MODULE$.defaultInputVariable();

        static EvalContext among(Facts facts) {
            return EvalContext.create(VALUES, FUNCTIONS).merge(facts.context());
        }

        static EvalContext with(Facts facts, @Nullable Object input) {
            return among(facts).add(new Tuple2<>(INPUT, VALUES.toVal(input)));
        }

        /** Nothing where it fails, as a table wants it. */
        static @Nullable Object ask(ParsedExpression expression, EvalContext context) {
            var value = INTERPRETER.eval(expression.expression(), context);
            var asserted = CollectionConverters.asJava(
                            context.failureCollector().failures())
                    .stream()
                    .anyMatch(failure -> failure.failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$);
            return asserted || value instanceof ValError ? null : VALUES.unpackVal(value);
        }
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
        return datum(Library.ask(expression(), Library.among(facts)));
    }

    boolean holds(Datum value, Facts facts) {
        if (isAnything()) {
            return true;
        }
        return Boolean.TRUE.equals(Library.ask(expression(), Library.with(facts, java(value))));
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

        private transient @Nullable Context context;

        /** The facts as the library looks names up; made once for all cells of a table. */
        Context context() {
            var made = context;
            if (made == null) {
                made = new Context.StaticContext(
                        camundajar.impl.scala.collection.immutable.Map$.MODULE$.from(
                                CollectionConverters.asScala(this)),
                        camundajar.impl.scala.collection.immutable.Map$.MODULE$.empty());
                context = made;
            }
            return made;
        }

        static Facts of(Datum.Fields known) {
            var facts = new Facts();
            known.values().forEach((name, value) -> facts.put(name, java(value)));
            return facts;
        }
    }

    static @Nullable Object java(Datum datum) {
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

    static Datum datum(@Nullable Object value) {
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
