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
import org.tongqu.engines.space.filter.Area;
import org.tongqu.engines.space.filter.Filter;
import org.tongqu.platform.data.space.Question;

/**
 * Asks a filter of the store. What is not about shapes the store answers itself, by the logic of three values that SQL has;
 * about shapes it answers by their boxes, which lets too much through and never too little, and JTS answers afterwards. The
 * texts are constant; whatever the filter says is bound.
 */
final class FilterSql {

    private final Filter filter;
    private final ValueSql values;

    FilterSql(Filter filter, Question asked) {
        this.filter = filter;
        this.values = new ValueSql(FeatureStore.told(asked.sees()));
    }

    /** Adds what must hold of every feature of which the filter can hold. */
    void narrow(Where where) {
        var part = new Where();
        var text = can(filter, part);
        where.and(text, part.values().toArray());
    }

    /** Of what the filter can be true. */
    private String can(Filter one, Where bound) {
        if (one.isShapeless()) {
            return exactly(one, bound);
        }
        return switch (one) {
            case Filter.And(var all) ->
                all.stream().map(part -> can(part, bound)).collect(joining(" AND "));
            case Filter.Or(var any) ->
                any.stream().map(part -> can(part, bound)).collect(joining(" OR "));
            case Filter.Not(var not) -> cannot(not, bound);
            case Filter.Lies lies -> boxes(lies, bound);
            default -> "TRUE";
        };
    }

    /** Of what the filter can be untrue. */
    private String cannot(Filter one, Where bound) {
        if (one.isShapeless()) {
            return "NOT (" + exactly(one, bound) + ")";
        }
        return switch (one) {
            case Filter.And(var all) ->
                all.stream().map(part -> cannot(part, bound)).collect(joining(" OR "));
            case Filter.Or(var any) ->
                any.stream().map(part -> cannot(part, bound)).collect(joining(" AND "));
            case Filter.Not(var not) -> can(not, bound);
            case Filter.Lies(var how, var area, var other)
            when how == Filter.How.DISJOINT -> boxes(new Filter.Lies(Filter.How.INTERSECTS, area, other), bound);
            default -> "TRUE";
        };
    }

    private static Collector<CharSequence, ?, String> joining(String between) {
        return Collectors.joining(between, "(", ")");
    }

    /** What is not about shapes, with exactly its answer. */
    private String exactly(Filter one, Where bound) {
        var text = switch (one) {
            case Filter.And(var all) ->
                all.stream().map(part -> exactly(part, bound)).collect(Collectors.joining(" AND "));
            case Filter.Or(var any) ->
                any.stream().map(part -> exactly(part, bound)).collect(Collectors.joining(" OR "));
            case Filter.Not(var not) -> "NOT " + exactly(not, bound);
            case Filter.Constant(var is) -> is ? "TRUE" : "FALSE";
            case Filter.Unknown(var inner) -> exactly(inner, bound) + " IS NULL";
            case Filter.Agreed(var left, var sign, var right) ->
                exactly(left, bound) + ValueSql.sign(sign) + exactly(right, bound);
            case Filter.Compared compared -> values.compared(compared, bound);
            case Filter.Between between -> values.between(between, bound);
            case Filter.In in -> values.in(in, bound);
            case Filter.Like like -> values.like(like, bound);
            case Filter.Missing(var value) -> values.missing(value, bound);
            case Filter.Happens happens -> values.happens(happens, bound);
            case Filter.Lies lies -> throw new IllegalArgumentException("The store has no shapes");
        };
        return text.isEmpty() ? "FALSE" : "(" + text + ")";
    }

    private static String boxes(Filter.Lies lies, Where bound) {
        if (lies.one() instanceof Area.Own && lies.other() instanceof Area.Drawn(var shape)) {
            return boxes(lies.how(), shape, bound);
        }
        return lies.one() instanceof Area.Drawn(var shape) && lies.other() instanceof Area.Own
                ? boxes(turned(lies.how()), shape, bound)
                : "TRUE";
    }

    private static Filter.How turned(Filter.How how) {
        return switch (how) {
            case WITHIN -> Filter.How.CONTAINS;
            case CONTAINS -> Filter.How.WITHIN;
            default -> how;
        };
    }

    private static String boxes(Filter.How how, Geometry shape, Where bound) {
        if (how == Filter.How.DISJOINT) {
            return "TRUE";
        }
        bound.and("", FeatureStore.box(shape.getEnvelopeInternal()));
        return switch (how) {
            case WITHIN -> "f.bounds <@ CAST(? AS box)";
            case CONTAINS -> "f.bounds @> CAST(? AS box)";
            default -> "f.bounds && CAST(? AS box)";
        };
    }

    /** What the store is to answer of each feature, so that the whole can be decided with its shape. */
    String answers(Where bound) {
        if (filter.isShapeless()) {
            return "NULL";
        }
        List<Filter> parts = new ArrayList<>();
        collect(filter, parts);
        return parts.stream()
                .map(part -> exactly(part, bound))
                .collect(Collectors.joining(", ", "CAST(ARRAY[", "] AS boolean[])"));
    }

    private static void collect(Filter one, List<Filter> shapeless) {
        if (one.isShapeless()) {
            shapeless.add(one);
            return;
        }
        switch (one) {
            case Filter.And(var all) -> all.forEach(part -> collect(part, shapeless));
            case Filter.Or(var any) -> any.forEach(part -> collect(part, shapeless));
            case Filter.Not(var not) -> collect(not, shapeless);
            case Filter.Unknown(var inner) -> collect(inner, shapeless);
            case Filter.Agreed(var left, var sign, var right) -> {
                collect(left, shapeless);
                collect(right, shapeless);
            }
            default -> {
                // About a shape: the store cannot answer it.
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

    /** Whether the filter holds of the feature that the store found, with its shape and the store's answers. */
    boolean holds(Geometry shape, List<Optional<Boolean>> answers) {
        return filter.isShapeless()
                || new Decision(shape, answers.iterator()).of(filter).orElse(false);
    }

    /** Every part is decided, so that each takes its own answer. */
    private record Decision(Geometry shape, Iterator<Optional<Boolean>> answers) {

        Optional<Boolean> of(Filter one) {
            if (one.isShapeless()) {
                return answers.next();
            }
            return switch (one) {
                case Filter.And(var all) -> and(each(all));
                case Filter.Or(var any) ->
                    not(and(each(any).stream().map(Decision::not).toList()));
                case Filter.Not(var not) -> not(of(not));
                case Filter.Unknown(var inner) -> Optional.of(of(inner).isEmpty());
                case Filter.Agreed(var left, var sign, var right) -> agreed(of(left), sign, of(right));
                case Filter.Lies(var how, var area, var other) ->
                    Optional.of(Relations.hold(how, drawn(area), drawn(other)));
                default -> throw new IllegalStateException("Not about shapes: " + one);
            };
        }

        private Geometry drawn(Area area) {
            return switch (area) {
                case Area.Own own -> shape;
                case Area.Drawn(var other) -> other;
            };
        }

        private List<Optional<Boolean>> each(List<Filter> parts) {
            return parts.stream().map(this::of).toList();
        }

        private static Optional<Boolean> not(Optional<Boolean> one) {
            return one.map(is -> !is);
        }

        private static Optional<Boolean> and(List<Optional<Boolean>> all) {
            if (all.stream().anyMatch(part -> part.isPresent() && !part.get())) {
                return Optional.of(false);
            }
            return all.stream().allMatch(Optional::isPresent) ? Optional.of(true) : Optional.empty();
        }

        private static Optional<Boolean> agreed(Optional<Boolean> left, Filter.Sign sign, Optional<Boolean> right) {
            return left.flatMap(one -> right.map(other -> {
                var compared = Boolean.compare(one, other);
                return switch (sign) {
                    case EQUAL -> compared == 0;
                    case OTHER -> compared != 0;
                    case LESS -> compared < 0;
                    case LESS_OR_EQUAL -> compared <= 0;
                    case MORE -> compared > 0;
                    case MORE_OR_EQUAL -> compared >= 0;
                };
            }));
        }
    }
}
