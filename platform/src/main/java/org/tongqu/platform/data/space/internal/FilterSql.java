package org.tongqu.platform.data.space.internal;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.space.filter.Filter;
import org.tongqu.engines.space.filter.Filter.Sign;
import org.tongqu.platform.data.space.Question;

/**
 * Asks a filter of the store. What is about attributes the store answers itself, by the logic of three values that SQL has;
 * about shapes it answers by their boxes, which lets too much through and never too little, and JTS answers afterwards. The
 * texts are constant; whatever the filter says is bound.
 */
final class FilterSql {

    private final Filter filter;
    private final Question asked;
    private final String told;

    FilterSql(Filter filter, Question asked) {
        this.filter = filter;
        this.asked = asked;
        this.told = FeatureStore.told(asked.sees());
    }

    /** Adds what must hold of every feature of which the filter can hold. */
    void narrow(Where where) {
        var part = new Where();
        var text = can(filter, part);
        where.and(text, part.values().toArray());
    }

    /** Of what the filter can be true. */
    private String can(Filter one, Where bound) {
        return switch (one) {
            case Filter.And(var all) ->
                all.stream().map(part -> can(part, bound)).collect(joining(" AND "));
            case Filter.Or(var any) ->
                any.stream().map(part -> can(part, bound)).collect(joining(" OR "));
            case Filter.Not(var not) -> cannot(not, bound);
            case Filter.Plain plain -> plain(plain, bound);
            case Filter.Lies(var how, var shape) -> {
                bound.and("", FeatureStore.box(shape.getEnvelopeInternal()));
                yield how == Filter.How.WITHIN ? "f.bounds <@ CAST(? AS box)" : "f.bounds && CAST(? AS box)";
            }
        };
    }

    /** Of what the filter can be untrue. */
    private String cannot(Filter one, Where bound) {
        return switch (one) {
            case Filter.And(var all) ->
                all.stream().map(part -> cannot(part, bound)).collect(joining(" OR "));
            case Filter.Or(var any) ->
                any.stream().map(part -> cannot(part, bound)).collect(joining(" AND "));
            case Filter.Not(var not) -> can(not, bound);
            case Filter.Plain plain -> "NOT (" + plain(plain, bound) + ")";
            case Filter.Lies lies -> "TRUE";
        };
    }

    private static Collector<CharSequence, ?, String> joining(String between) {
        return Collectors.joining(between, "(", ")");
    }

    private String plain(Filter.Plain plain, Where bound) {
        var isNumber = asked.layer()
                .register()
                .findAttribute(plain.attribute())
                .filter(attribute -> attribute.kind() == ValueKind.NUMBER)
                .isPresent();
        var value = isNumber ? "CAST(" + told + " ->> ? AS numeric)" : "(" + told + " ->> ?) COLLATE \"C\"";
        var other = isNumber ? "CAST(? AS numeric)" : "?";
        bound.and("", plain.attribute());
        return switch (plain) {
            case Filter.Compared(var name, var sign, var said) -> {
                bound.and("", said);
                yield value + sign(sign) + other;
            }
            case Filter.Between(var name, var least, var most) -> {
                bound.and("", least, most);
                yield value + " BETWEEN " + other + " AND " + other;
            }
            case Filter.In(var name, var values) -> {
                bound.and("", (Object) values.toArray(String[]::new));
                yield value + (isNumber ? " = ANY (CAST(? AS numeric[]))" : " = ANY (?)");
            }
            case Filter.Like(var name, var pattern) -> {
                bound.and("", pattern);
                yield value + " LIKE ?";
            }
            case Filter.Missing(var name) -> value + " IS NULL";
        };
    }

    private static String sign(Sign sign) {
        return switch (sign) {
            case EQUAL -> " = ";
            case OTHER -> " <> ";
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " <= ";
            case MORE -> " > ";
            case MORE_OR_EQUAL -> " >= ";
        };
    }

    /** What the store is to answer of each feature, so that the whole can be decided with its shape. */
    String answers(Where bound) {
        List<Filter.Plain> plains = new ArrayList<>();
        collect(filter, plains);
        return plains.stream()
                .map(plain -> plain(plain, bound))
                .collect(Collectors.joining(", ", "CAST(ARRAY[", "] AS boolean[])"));
    }

    private static void collect(Filter one, List<Filter.Plain> plains) {
        switch (one) {
            case Filter.And(var all) -> all.forEach(part -> collect(part, plains));
            case Filter.Or(var any) -> any.forEach(part -> collect(part, plains));
            case Filter.Not(var not) -> collect(not, plains);
            case Filter.Plain plain -> plains.add(plain);
            case Filter.Lies lies -> {
                // The store cannot answer it.
            }
        }
    }

    static List<Optional<Boolean>> answers(@Nullable Array answers) throws SQLException {
        return answers == null
                ? List.of()
                : Arrays.stream((Object[]) answers.getArray())
                        .map(one -> Optional.ofNullable((Boolean) one))
                        .toList();
    }

    /** Whether the filter holds of the feature, its shape and the store's answers. */
    boolean holds(Geometry shape, List<Optional<Boolean>> answers) {
        return decided(filter, shape, answers.iterator()).orElse(false);
    }

    /** Every part is decided, so that each takes its own answer. */
    private static Optional<Boolean> decided(Filter one, Geometry shape, Iterator<Optional<Boolean>> answers) {
        return switch (one) {
            case Filter.And(var all) -> and(decided(all, shape, answers));
            case Filter.Or(var any) ->
                not(and(decided(any, shape, answers).stream()
                        .map(FilterSql::not)
                        .toList()));
            case Filter.Not(var not) -> not(decided(not, shape, answers));
            case Filter.Plain plain -> answers.next();
            case Filter.Lies(var how, var other) ->
                Optional.of(
                        switch (how) {
                            case INTERSECTS -> shape.intersects(other);
                            case WITHIN -> shape.within(other);
                        });
        };
    }

    private static Optional<Boolean> not(Optional<Boolean> one) {
        return one.map(is -> !is);
    }

    private static List<Optional<Boolean>> decided(
            List<Filter> parts, Geometry shape, Iterator<Optional<Boolean>> answers) {
        return parts.stream().map(part -> decided(part, shape, answers)).toList();
    }

    private static Optional<Boolean> and(List<Optional<Boolean>> all) {
        if (all.stream().anyMatch(part -> part.isPresent() && !part.get())) {
            return Optional.of(false);
        }
        return all.stream().allMatch(Optional::isPresent) ? Optional.of(true) : Optional.empty();
    }
}
