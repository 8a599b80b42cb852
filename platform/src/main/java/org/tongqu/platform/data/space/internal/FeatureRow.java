package org.tongqu.platform.data.space.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Register.Place;
import org.tongqu.engines.registers.Register.Shape;
import org.tongqu.engines.space.Shapes;
import org.tongqu.engines.space.address.Address.Door;
import org.tongqu.engines.space.address.AddressReader;
import org.tongqu.engines.space.address.Likeness;
import org.tongqu.platform.data.golden.StoredRecords;
import org.tongqu.platform.data.golden.StoredRecords.Stored;
import org.tongqu.platform.data.space.Layer;
import org.tongqu.platform.data.space.Sight;

/**
 * A record as it is kept for the map.
 *
 * @param open what everybody may know
 * @param internal what officers may know besides
 * @param door its number along a road
 */
record FeatureRow(
        String identifier,
        String kind,
        String label,
        String likeness,
        String division,
        Geometry shape,
        Map<String, String> open,
        Map<String, String> internal,
        Optional<Door> door) {

    /** What stands before a number, from its end. */
    static String way(Door door) {
        return turned(door.before());
    }

    static String turned(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** Makes them of records of one register. */
    static final class Maker {

        private static final String DOOR = "door";

        private final StoredRecords records;
        private final Place place;
        private final Sight sight;

        Maker(StoredRecords records, Register register) {
            this.records = records;
            this.place = register.findMapped().orElseThrow();
            this.sight = LayerBook.sight(register, place);
        }

        /** Nothing where the record does not say where the thing lies. */
        Optional<FeatureRow> row(Stored stored) {
            return shape(stored).map(shape -> row(stored, shape));
        }

        private FeatureRow row(Stored stored, Geometry shape) {
            Map<String, String> open = new LinkedHashMap<>();
            Map<String, String> internal = new LinkedHashMap<>();
            for (var attribute : stored.register().attributes()) {
                if (Layer.isTold(attribute, Sight.OFFICER)) {
                    var where = Layer.isTold(attribute, Sight.PUBLIC) ? open : internal;
                    records.value(stored, attribute).ifPresent(value -> where.put(attribute.name(), value));
                }
            }
            var label = told(stored, "name")
                    .or(() -> place.address().flatMap(name -> told(stored, name)))
                    .or(() -> needed(stored))
                    .orElse(stored.identifier());
            var kind = place.kinds().flatMap(name -> told(stored, name)).orElse("");
            return new FeatureRow(
                    stored.identifier(),
                    kind,
                    label,
                    Likeness.of(label),
                    told(stored, place.division()).orElse(""),
                    shape,
                    open,
                    internal,
                    door(kind, label));
        }

        /** The number along a road of what has an address or is the number itself. */
        private Optional<Door> door(String kind, String label) {
            return place.address().isPresent() || kind.equals(DOOR)
                    ? AddressReader.read(label).door()
                    : Optional.empty();
        }

        /** What every record has, e.g. what kind of thing it is. */
        private Optional<String> needed(Stored stored) {
            return stored.register().attributes().stream()
                    .filter(attribute -> attribute.needed() == Attribute.Need.REQUIRED)
                    .flatMap(attribute -> told(stored, attribute.name()).stream())
                    .findFirst();
        }

        /** What may be said to everybody who may see that the thing is there. */
        private Optional<String> told(Stored stored, String name) {
            return stored.register()
                    .findAttribute(name)
                    .filter(attribute -> Layer.isTold(attribute, sight))
                    .flatMap(attribute -> records.value(stored, attribute));
        }

        private Optional<Geometry> shape(Stored stored) {
            return place.shapes().stream()
                    .flatMap(shape -> switch (shape) {
                        case Shape.Drawn(var name) ->
                            value(stored, name)
                                    .flatMap(text -> Shapes.parse(text).found())
                                    .stream();
                        case Shape.Point(var longitude, var latitude) ->
                            value(stored, longitude)
                                    .flatMap(one -> value(stored, latitude).flatMap(two -> Shapes.point(one, two)))
                                    .stream();
                    })
                    .findFirst();
        }

        private Optional<String> value(Stored stored, String name) {
            Optional<Attribute> attribute = stored.register().findAttribute(name);
            return attribute.flatMap(found -> records.value(stored, found));
        }
    }
}
