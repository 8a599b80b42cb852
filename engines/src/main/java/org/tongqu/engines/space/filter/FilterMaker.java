package org.tongqu.engines.space.filter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.space.Shapes;
import org.tongqu.engines.space.filter.Unread.Said;

/** Makes filters of their parts, each of the kind that its place asks for. */
final class FilterMaker {

    private static final BigDecimal MOST = BigDecimal.TEN.pow(30);
    private static final int MOST_DIGITS = 40;

    private final List<Attribute> attributes;

    FilterMaker(List<Attribute> attributes) {
        this.attributes = List.copyOf(attributes);
    }

    /** A part and where it was read. */
    record Read(Part part, Said said) {

        Unread no(FilterRefusal.Kind kind) {
            return new Unread(kind, said);
        }

        Unread notOfKind() {
            return no(FilterRefusal.Kind.NOT_OF_KIND);
        }

        Value value() {
            if (part instanceof Value value) {
                return value;
            }
            throw notOfKind();
        }

        Value value(Value.Kind kind) {
            var value = value();
            if (value.kind() != kind) {
                throw notOfKind();
            }
            return value;
        }

        Filter filter() {
            if (part instanceof Filter filter) {
                return filter;
            }
            throw notOfKind();
        }

        private Area area() {
            if (part instanceof Area area) {
                return area;
            }
            throw notOfKind();
        }

        private Period period() {
            return switch (part) {
                case Period period -> period;
                case Value value when Period.isTime(value) -> Period.of(value);
                default -> throw notOfKind();
            };
        }
    }

    Read named(String name, Said said) {
        if (name.equals(FilterReader.GEOMETRY)) {
            return new Read(new Area.Own(), said);
        }
        return attributes.stream()
                .filter(one -> one.name().equals(name) && one.kind() != ValueKind.GEOMETRY)
                .findFirst()
                .map(one -> new Read(Value.Named.of(one), said))
                .orElseThrow(() -> new Unread(FilterRefusal.Kind.NO_ATTRIBUTE, said));
    }

    static Read number(String text, Said said) {
        var number = new BigDecimal(text);
        var isShort = number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
        if (!isShort || number.abs().compareTo(MOST) > 0) {
            throw new Unread(FilterRefusal.Kind.TOO_LARGE, said);
        }
        return new Read(new Value.Number(number), said);
    }

    static Filter compared(Read left, Filter.Sign sign, Read right) {
        if (left.part() instanceof Filter one) {
            return new Filter.Agreed(one, sign, right.filter());
        }
        return new Filter.Compared(left.value(), sign, like(left.value(), right));
    }

    /** The value of the other, which can be compared with the one. */
    private static Value like(Value one, Read other) {
        var value = other.value();
        var isComparable = value.kind() == one.kind() || (Period.isTime(one) && Period.isTime(value));
        if (!isComparable) {
            throw other.notOfKind();
        }
        return value;
    }

    static Filter between(Read number, Read least, Read most) {
        return new Filter.Between(
                number.value(Value.Kind.NUMBER), least.value(Value.Kind.NUMBER), most.value(Value.Kind.NUMBER));
    }

    static Filter in(Read value, List<Read> among) {
        return new Filter.In(
                value.value(),
                among.stream().map(one -> like(value.value(), one)).toList());
    }

    static Filter like(Read text, Read pattern) {
        var value = text.value(Value.Kind.TEXT);
        checkPattern(pattern, pattern.value(Value.Kind.TEXT));
        return new Filter.Like(value, pattern.value());
    }

    private static void checkPattern(Read pattern, Value value) {
        switch (value) {
            case Value.Folded(var fold, var inner) -> checkPattern(pattern, inner);
            case Value.Text(var text) -> {
                var slashes = text.length() - text.replaceAll("\\\\++$", "").length();
                if (slashes % 2 == 1) {
                    // A backslash at the end has nothing behind it to mean.
                    throw pattern.no(FilterRefusal.Kind.UNEXPECTED);
                }
            }
            default -> throw pattern.notOfKind();
        }
    }

    static Filter missing(Read read) {
        return switch (read.part()) {
            case Value value -> new Filter.Missing(value);
            case Filter filter -> new Filter.Unknown(filter);
            case Area area -> new Filter.Constant(false);
            case Period(var from, var to) ->
                new Filter.Or(Stream.of(from, to)
                        .flatMap(Optional::stream)
                        .<Filter>map(Filter.Missing::new)
                        .toList());
        };
    }

    static Value folded(Value.Fold fold, Read text) {
        return new Value.Folded(fold, text.value(Value.Kind.TEXT));
    }

    static Value calculated(Read left, Value.Operation operation, Read right) {
        return new Value.Calculated(left.value(Value.Kind.NUMBER), operation, right.value(Value.Kind.NUMBER));
    }

    static Filter happens(Filter.When when, Read one, Read other) {
        for (var read : List.of(one, other)) {
            if (!when.isOfInstants() && read.part() instanceof Value) {
                throw read.notOfKind();
            }
        }
        return new Filter.Happens(when, one.period(), other.period());
    }

    static Filter lies(Filter.How how, Read one, Read other) {
        return new Filter.Lies(how, one.area(), other.area());
    }

    static Value day(String text, Said said) {
        try {
            return new Value.Day(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            throw new Unread(FilterRefusal.Kind.TIME, said);
        }
    }

    static Value moment(String text, Said said) {
        try {
            return new Value.Moment(Instant.parse(text));
        } catch (DateTimeException noMoment) {
            throw new Unread(FilterRefusal.Kind.TIME, said);
        }
    }

    /** One end of an interval as it is written; empty where it is open. */
    static Optional<Value> end(String text, Said said) {
        if (text.equals("..")) {
            return Optional.empty();
        }
        return Optional.of(text.length() > 10 ? moment(text, said) : day(text, said));
    }

    static Optional<Value> end(Read named) {
        if (!Period.isTime(named.value())) {
            throw named.notOfKind();
        }
        return Optional.of(named.value());
    }

    static Period interval(Optional<Value> from, Optional<Value> to, Said said) {
        var isTurned = switch (from.orElse(null)) {
            case Value.Day(var first) -> to.orElse(null) instanceof Value.Day(var last) && first.isAfter(last);
            case Value.Moment(var first) -> to.orElse(null) instanceof Value.Moment(var last) && first.isAfter(last);
            case null, default -> false;
        };
        if (isTurned) {
            throw new Unread(FilterRefusal.Kind.TIME, said);
        }
        return new Period(from, to);
    }

    static Area drawn(String text, Said said) {
        return drawn(Shapes.read(text).found().filter(one -> !one.isEmpty() && one.isValid()), said);
    }

    private static Area drawn(Optional<Geometry> shape, Said said) {
        return new Area.Drawn(shape.orElseThrow(() -> new Unread(FilterRefusal.Kind.SHAPE, said)));
    }

    /** A box of four or six numbers; one whose west lies east of its east spans the meridian of 180°. */
    static Area box(List<Double> ends, Said said) {
        if (ends.size() != 4 && ends.size() != 6) {
            throw new Unread(FilterRefusal.Kind.SHAPE, said);
        }
        var middle = ends.size() / 2;
        var boxes = boxes(ends.get(0), ends.get(1), ends.get(middle), ends.get(middle + 1));
        return drawn(boxes.map(Shapes::boxes), said);
    }

    private static Optional<List<Envelope>> boxes(double west, double south, double east, double north) {
        var isOnEarth =
                Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90;
        if (!isOnEarth || south > north) {
            return Optional.empty();
        }
        List<Envelope> boxes = new ArrayList<>();
        if (west <= east) {
            boxes.add(new Envelope(west, east, south, north));
        } else {
            boxes.add(new Envelope(west, 180, south, north));
            boxes.add(new Envelope(-180, east, south, north));
        }
        return Optional.of(boxes);
    }
}
