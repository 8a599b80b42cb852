package org.tongqu.engines.space;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.tongqu.engines.space.ShapeRefusal.Crosses;
import org.tongqu.engines.space.ShapeRefusal.OpenRing;
import org.tongqu.engines.space.ShapeRefusal.Outside;
import org.tongqu.engines.space.ShapeRefusal.TooLarge;
import org.tongqu.engines.space.ShapeRefusal.Unreadable;
import org.tongqu.kernel.Outcome;

/** Reads shapes and says what is wrong with them. Degrees, longitude first. */
public final class Shapes {

    /** Land and sea of the country, in degrees. */
    public static final Envelope COUNTRY = new Envelope(73, 136, 3, 54);

    static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);

    private static final int MOST_POINTS = 20_000;

    private Shapes() {}

    /** Reads a shape that is to be kept: it lies in the country and is one that can be. */
    public static Outcome<Geometry, ShapeRefusal> parse(String text) {
        return read(text).then(Shapes::checked);
    }

    /** Reads a shape that is asked with: it may lie anywhere. */
    public static Outcome<Geometry, ShapeRefusal> read(String text) {
        var said = text.strip();
        try {
            return said.startsWith("{") ? GeoJson.read(said) : wkt(said);
        } catch (IllegalArgumentException ring) {
            // JTS refuses to make a ring that is none.
            return Outcome.refused(new OpenRing());
        }
    }

    private static Outcome<Geometry, ShapeRefusal> wkt(String text) {
        try {
            var reader = new WKTReader(FACTORY);
            reader.setIsOldJtsCoordinateSyntaxAllowed(false);
            return Outcome.done(reader.read(text));
        } catch (ParseException broken) {
            return Outcome.refused(new Unreadable(String.valueOf(broken.getMessage())));
        }
    }

    private static Outcome<Geometry, ShapeRefusal> checked(Geometry shape) {
        if (shape.isEmpty()) {
            return Outcome.refused(new Unreadable("EMPTY"));
        }
        if (shape.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            return Outcome.refused(new Unreadable("GEOMETRYCOLLECTION"));
        }
        if (shape.getNumPoints() > MOST_POINTS) {
            return Outcome.refused(new TooLarge(shape.getNumPoints()));
        }
        for (var point : shape.getCoordinates()) {
            if (!COUNTRY.contains(point)) {
                return Outcome.refused(new Outside(point.x, point.y));
            }
        }
        var wrong = new IsValidOp(shape).getValidationError();
        if (wrong != null) {
            return Outcome.refused(new Crosses(wrong.getCoordinate().x, wrong.getCoordinate().y));
        }
        return Outcome.done(shape);
    }

    public static Geometry point(double longitude, double latitude) {
        return FACTORY.createPoint(new Coordinate(longitude, latitude));
    }

    public static Geometry line(List<Coordinate> places) {
        return FACTORY.createLineString(places.toArray(Coordinate[]::new));
    }

    /** The box as a shape, to ask with. */
    public static Geometry box(Envelope box) {
        return FACTORY.toGeometry(box);
    }

    /** Several boxes as one shape. */
    public static Geometry boxes(List<Envelope> boxes) {
        return FACTORY.buildGeometry(boxes.stream().map(Shapes::box).toList());
    }

    /** A point of two numbers as they are kept; empty where they are none or lie outside. */
    public static Optional<Geometry> point(String longitude, String latitude) {
        try {
            var point = new Coordinate(Double.parseDouble(longitude), Double.parseDouble(latitude));
            return COUNTRY.contains(point) ? Optional.of(FACTORY.createPoint(point)) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** As the store keeps it (well-known binary). */
    public static byte[] bytes(Geometry shape) {
        return new WKBWriter().write(shape);
    }

    /** What {@link #bytes} made. */
    public static Geometry ofBytes(byte[] bytes) {
        try {
            return new WKBReader(FACTORY).read(bytes);
        } catch (ParseException broken) {
            throw new IllegalStateException("The store holds a shape that cannot be read", broken);
        }
    }

    public static String geoJson(Geometry shape) {
        return GeoJson.write(shape);
    }

    /** A degree as it is written: a tenth of a metre is fine enough. */
    static String degree(double value) {
        var text = String.format(Locale.ROOT, "%.6f", value);
        var end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
