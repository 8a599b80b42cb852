package org.tongqu.engines.packs.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.registers.Register.Shape;

/** Reads what a place of a register says of the map: {@code geometry}, {@code longitude} and {@code latitude}, {@code kinds}, {@code time}. */
final class MappedPlace {

    private MappedPlace() {}

    static List<Shape> shapes(Section section, List<Attribute> attributes) {
        List<Shape> shapes = new ArrayList<>();
        named(section, "geometry", attributes, ValueKind.GEOMETRY).ifPresent(name -> shapes.add(new Shape.Drawn(name)));
        var longitude = named(section, "longitude", attributes, ValueKind.NUMBER);
        var latitude = named(section, "latitude", attributes, ValueKind.NUMBER);
        if (section.has("longitude") != section.has("latitude")) {
            var there = section.has("longitude") ? "longitude" : "latitude";
            section.problems().error(section.at(there), "register-half-point");
        }
        if (longitude.isPresent() && latitude.isPresent()) {
            shapes.add(new Shape.Point(longitude.get(), latitude.get()));
        }
        return shapes;
    }

    static Optional<String> kinds(Section section, List<Attribute> attributes) {
        return named(section, "kinds", attributes, ValueKind.CODE);
    }

    static Optional<String> time(Section section, List<Attribute> attributes) {
        return named(section, "time", attributes, ValueKind.DATE);
    }

    private static Optional<String> named(Section section, String key, List<Attribute> attributes, ValueKind kind) {
        var name = section.findText(key);
        name.flatMap(text -> RegisterReader.attribute(section, key, text, attributes))
                .filter(attribute -> attribute.kind() != kind)
                .ifPresent(attribute -> section.problems()
                        .error(
                                section.at(key),
                                "register-mapped-kind",
                                attribute.name(),
                                kind.name().toLowerCase(java.util.Locale.ROOT)));
        return name;
    }
}
