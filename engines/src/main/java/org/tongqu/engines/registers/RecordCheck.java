package org.tongqu.engines.registers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.registers.Attribute.Need;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.registers.RecordFault.Kind;
import org.tongqu.engines.registers.Register.Shape;
import org.tongqu.engines.space.ShapeRefusal;
import org.tongqu.engines.space.Shapes;

/** Says what keeps a delivered record from being taken in. Made once for a source and asked for each of its records. */
public final class RecordCheck {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_SHAPE = 1_000_000;

    private final Register register;
    private final String source;
    private final LocalDate today;
    private final Map<String, Attribute> attributes = new HashMap<>();
    private final Map<String, Range> ranges = new HashMap<>();
    private final List<String> needed;

    /** Between which degrees the country lies. */
    private record Range(double least, double most) {

        boolean holds(String value) {
            var degrees = Double.parseDouble(value);
            return degrees >= least && degrees <= most;
        }
    }

    public RecordCheck(Register register, String source, LocalDate today) {
        this.register = register;
        this.source = source;
        this.today = today;
        register.attributes().forEach(attribute -> attributes.put(attribute.name(), attribute));
        register.places().stream().flatMap(place -> place.shapes().stream()).forEach(shape -> {
            if (shape instanceof Shape.Point(var longitude, var latitude)) {
                ranges.put(longitude, new Range(Shapes.COUNTRY.getMinX(), Shapes.COUNTRY.getMaxX()));
                ranges.put(latitude, new Range(Shapes.COUNTRY.getMinY(), Shapes.COUNTRY.getMaxY()));
            }
        });
        this.needed = register.attributes().stream()
                .filter(attribute -> attribute.needed() == Need.REQUIRED)
                .filter(attribute -> attribute.sources().getFirst().equals(source))
                .map(Attribute::name)
                .toList();
    }

    /** Everything that is wrong with it, the identifier first. */
    public List<RecordFault> faults(Delivered record) {
        List<RecordFault> faults = new ArrayList<>();
        var identifier = register.identifier();
        if (record.identifier().isEmpty() && register.isByEvidence()) {
            addUnlinkable(faults, record);
        } else if (record.identifier().isEmpty()) {
            faults.add(new RecordFault(identifier.name(), Kind.MISSING));
        } else {
            identifier.fault(record.identifier()).ifPresent(kind -> add(faults, identifier.name(), kind));
        }
        if (record.since().isAfter(today)) {
            add(faults, identifier.name(), Kind.FUTURE);
        }
        for (var name : needed) {
            if (record.fields().getOrDefault(name, "").isEmpty()) {
                add(faults, name, Kind.MISSING);
            }
        }
        for (var field : record.fields().entrySet()) {
            if (!field.getValue().isEmpty()) {
                fault(record, field.getKey(), field.getValue()).ifPresent(kind -> add(faults, field.getKey(), kind));
            }
        }
        return faults;
    }

    /** Nobody could ever tell whose it is. */
    private void addUnlinkable(List<RecordFault> faults, Delivered record) {
        var known = register.evidence().stream()
                .filter(one -> !record.fields().getOrDefault(one.name(), "").isEmpty())
                .count();
        if (known < 2) {
            add(faults, register.identifier().name(), Kind.MISSING);
        }
    }

    private static void add(List<RecordFault> faults, String field, Kind kind) {
        faults.add(new RecordFault(field, kind));
    }

    private Optional<Kind> fault(Delivered record, String name, String value) {
        var attribute = attributes.get(name);
        if (attribute == null) {
            return register.identifier()
                    .findOther(name)
                    .map(other -> otherFault(record, other, value))
                    .orElse(Optional.of(Kind.NOT_ASKED));
        }
        if (!attribute.sources().contains(source)) {
            return Optional.of(Kind.NOT_ASKED);
        }
        if (value.length() > (attribute.kind() == ValueKind.GEOMETRY ? LONGEST_SHAPE : LONGEST)) {
            return Optional.of(Kind.VALUE);
        }
        return ofKind(attribute, value).or(() -> attribute.rule().flatMap(rule -> rule.fault(value)));
    }

    private Optional<Kind> otherFault(Delivered record, OtherIdentifier other, String value) {
        if (!other.sources().contains(source)) {
            return Optional.of(Kind.NOT_ASKED);
        }
        return value.equals(record.identifier())
                ? Optional.of(Kind.RING)
                : other.rule().fault(value);
    }

    private Optional<Kind> ofKind(Attribute attribute, String value) {
        return switch (attribute.kind()) {
            case ValueKind.TEXT -> Optional.empty();
            case ValueKind.CODE -> attribute.codes().containsKey(value) ? Optional.empty() : Optional.of(Kind.VALUE);
            case ValueKind.NUMBER -> numberFault(attribute, value);
            case ValueKind.DATE -> dateFault(value);
            case ValueKind.GEOMETRY -> Shapes.parse(value).fold(shape -> Optional.empty(), RecordCheck::shapeFault);
        };
    }

    private static Optional<Kind> shapeFault(ShapeRefusal why) {
        return Optional.of(
                switch (why) {
                    case ShapeRefusal.Unreadable unreadable -> Kind.SHAPE_UNREADABLE;
                    case ShapeRefusal.TooLarge large -> Kind.SHAPE_UNREADABLE;
                    case ShapeRefusal.OpenRing open -> Kind.SHAPE_OPEN;
                    case ShapeRefusal.Crosses crosses -> Kind.SHAPE_CROSSES;
                    case ShapeRefusal.Outside outside -> Kind.SHAPE_OUTSIDE;
                });
    }

    private Optional<Kind> numberFault(Attribute attribute, String value) {
        if (!isNumber(value)) {
            return Optional.of(Kind.VALUE);
        }
        var range = ranges.get(attribute.name());
        return range == null || range.holds(value) ? Optional.empty() : Optional.of(Kind.SHAPE_OUTSIDE);
    }

    private Optional<Kind> dateFault(String value) {
        try {
            return LocalDate.parse(value).isAfter(today) ? Optional.of(Kind.FUTURE) : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.of(Kind.VALUE);
        }
    }

    private static boolean isNumber(String value) {
        try {
            return new BigDecimal(value).scale() <= 9;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
