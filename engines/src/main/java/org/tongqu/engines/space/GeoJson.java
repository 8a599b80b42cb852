package org.tongqu.engines.space;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tongqu.engines.space.ShapeRefusal.Unreadable;
import org.tongqu.kernel.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Geometry objects of GeoJSON (RFC 7946); outer rings are written counter-clockwise, as it asks. */
final class GeoJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GeoJson() {}

    /** What the reader throws to itself when a part is no part of GeoJSON. */
    private static final class NoShape extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoShape(String message) {
            super(message);
        }
    }

    static Outcome<Geometry, ShapeRefusal> read(String text) {
        try {
            return Outcome.done(shape(JSON.readTree(text)));
        } catch (JacksonException broken) {
            return Outcome.refused(new Unreadable(broken.getOriginalMessage()));
        } catch (NoShape broken) {
            return Outcome.refused(new Unreadable(String.valueOf(broken.getMessage())));
        }
    }

    private static Geometry shape(JsonNode node) {
        var places = node.path("coordinates");
        var type = node.path("type").asString("");
        return switch (type) {
            case "Point" -> Shapes.FACTORY.createPoint(place(places));
            case "MultiPoint" -> Shapes.FACTORY.createMultiPointFromCoords(line(places));
            case "LineString" -> Shapes.FACTORY.createLineString(line(places));
            case "MultiLineString" ->
                Shapes.FACTORY.createMultiLineString(each(places).stream()
                        .map(part -> Shapes.FACTORY.createLineString(line(part)))
                        .toArray(LineString[]::new));
            case "Polygon" -> polygon(places);
            case "MultiPolygon" ->
                Shapes.FACTORY.createMultiPolygon(
                        each(places).stream().map(GeoJson::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" ->
                Shapes.FACTORY.createGeometryCollection(each(node.path("geometries")).stream()
                        .map(GeoJson::simple)
                        .toArray(Geometry[]::new));
            default -> throw new NoShape("type: " + type);
        };
    }

    private static Geometry simple(JsonNode node) {
        if (node.path("type").asString("").equals("GeometryCollection")) {
            throw new NoShape("geometries");
        }
        return shape(node);
    }

    private static Polygon polygon(JsonNode rings) {
        var made = each(rings).stream()
                .map(ring -> Shapes.FACTORY.createLinearRing(line(ring)))
                .toList();
        if (made.isEmpty()) {
            throw new NoShape("coordinates");
        }
        return Shapes.FACTORY.createPolygon(
                made.getFirst(), made.subList(1, made.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate[] line(JsonNode places) {
        return each(places).stream().map(GeoJson::place).toArray(Coordinate[]::new);
    }

    private static List<JsonNode> each(JsonNode list) {
        if (!list.isArray()) {
            throw new NoShape("coordinates");
        }
        return new ArrayList<>(list.values());
    }

    private static Coordinate place(JsonNode place) {
        if (place.size() < 2 || !place.path(0).isNumber() || !place.path(1).isNumber()) {
            throw new NoShape("coordinates");
        }
        return new Coordinate(place.path(0).asDouble(), place.path(1).asDouble());
    }

    static String write(Geometry shape) {
        var json = new StringBuilder(64);
        write(json, shape);
        return json.toString();
    }

    private static void write(StringBuilder json, Geometry shape) {
        json.append("{\"type\":\"").append(shape.getGeometryType()).append("\",\"coordinates\":");
        switch (shape) {
            case Point point -> place(json, point.getCoordinate());
            case LineString line -> line(json, line.getCoordinates());
            case Polygon polygon -> rings(json, polygon);
            case GeometryCollection many -> {
                for (int i = 0; i < many.getNumGeometries(); i++) {
                    json.append(i == 0 ? '[' : ',');
                    part(json, many.getGeometryN(i));
                }
                json.append(']');
            }
            default -> throw new IllegalArgumentException("Not a shape of GeoJSON: " + shape.getGeometryType());
        }
        json.append('}');
    }

    private static void part(StringBuilder json, Geometry part) {
        switch (part) {
            case Point point -> place(json, point.getCoordinate());
            case LineString line -> line(json, line.getCoordinates());
            case Polygon polygon -> rings(json, polygon);
            default -> throw new IllegalArgumentException("Not a part of a shape: " + part.getGeometryType());
        }
    }

    private static void rings(StringBuilder json, Polygon polygon) {
        json.append('[');
        ring(
                json,
                polygon.getExteriorRing(),
                Orientation.isCCW(polygon.getExteriorRing().getCoordinates()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            json.append(',');
            var hole = polygon.getInteriorRingN(i);
            ring(json, hole, !Orientation.isCCW(hole.getCoordinates()));
        }
        json.append(']');
    }

    /** @param isRight whether it already runs the way it is to run */
    private static void ring(StringBuilder json, LinearRing ring, boolean isRight) {
        line(json, (isRight ? ring : ring.reverse()).getCoordinates());
    }

    private static void line(StringBuilder json, Coordinate[] places) {
        for (int i = 0; i < places.length; i++) {
            json.append(i == 0 ? '[' : ',');
            place(json, places[i]);
        }
        json.append(']');
    }

    private static void place(StringBuilder json, Coordinate place) {
        json.append('[')
                .append(Shapes.degree(place.x))
                .append(',')
                .append(Shapes.degree(place.y))
                .append(']');
    }
}
