package org.tongqu.platform.data.space.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.space.Shapes;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.data.space.Feature;
import org.tongqu.platform.operate.demo.CityMap;
import org.tongqu.platform.operate.demo.CityMap.Spot;
import org.tongqu.platform.operate.demo.DemoTable;
import org.tongqu.platform.trust.directory.Division;

/** What the demo's departments deliver: divisions, cells, roads, a river and parcels; and components of the city. */
final class MapDelivery {

    private static final int PARCELS_EVERY = 3;
    private static final int COMPONENTS = 5;
    private static final int DOORS = 12;
    private static final double BESIDE = 0.00012;
    private static final double BETWEEN = 0.0004;

    private final List<Division> above;
    private final List<Division> communities;
    private final LocalDate since;
    private final CityMap map;
    private final Map<String, String> words;

    /** @param above city, districts and streets */
    MapDelivery(List<Division> above, List<Division> communities, LocalDate since) {
        this.above = List.copyOf(above);
        this.communities = List.copyOf(communities);
        this.since = since;
        this.map = new CityMap(communities.stream().map(Division::code).toList());
        this.words = DemoTable.rows(Feature.class, "demo-words.csv").stream()
                .collect(Collectors.toMap(List::getFirst, List::getLast));
    }

    List<Delivered> space() {
        List<Delivered> records = new ArrayList<>();
        above.forEach(division -> records.add(division(division)));
        communities.forEach(division -> records.add(division(division)));
        communities.forEach(community -> cells(community, records));
        roads(records);
        records.add(record(code(CITY_WIDE, 900, 1), "water", said("river"), CITY_WIDE, polygon(map.river())));
        for (int i = 0; i < communities.size(); i += PARCELS_EVERY) {
            parcels(communities.get(i), records);
        }
        return records;
    }

    private static final DivisionCode CITY_WIDE = new DivisionCode("999900");

    private String said(String word, Object... parts) {
        var text = words.getOrDefault(word, word);
        for (int i = 0; i < parts.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(parts[i]));
        }
        return text;
    }

    /** Twelve digits below {@code G}; behind those of a community three more for a part of it. */
    static String code(DivisionCode division) {
        return "G" + (division.value() + "000000").substring(0, 12);
    }

    private static String code(DivisionCode division, int group, int number) {
        return "G" + division.value().substring(0, 6) + String.format("%03d%03d", group, number);
    }

    private Delivered division(Division division) {
        var border = map.border(division.code()).orElseGet(map::border);
        var record = record(code(division.code()), "division", division.name(), division.code(), polygon(border));
        division.code()
                .parent()
                .filter(parent -> !division.code().equals(CITY_WIDE))
                .ifPresent(parent -> record.fields().put("parent", code(parent)));
        return record;
    }

    private void cells(Division community, List<Delivered> records) {
        var number = 0;
        for (var border : map.cells(community.code())) {
            number++;
            var record = record(
                    code(community.code()) + String.format("%03d", number),
                    "cell",
                    said("cell", community.name(), number),
                    community.code(),
                    polygon(border));
            record.fields().put("parent", code(community.code()));
            records.add(record);
        }
    }

    private void roads(List<Delivered> records) {
        var names = DemoTable.rows(Feature.class, "demo-roads.csv");
        var roads = map.roads();
        for (int i = 0; i < roads.size(); i++) {
            var name = names.get(i % names.size()).getFirst();
            var road =
                    record(code(CITY_WIDE, 800, i + 1), "road", name, CITY_WIDE, "LINESTRING" + places(roads.get(i)));
            records.add(road);
            doors(road, name, roads.get(i), records);
        }
    }

    /** Some of the numbers along a road, odd ones to its left and even ones to its right: the others lie between them. */
    private void doors(Delivered road, String name, List<Spot> along, List<Delivered> records) {
        var line = new LengthIndexedLine(Shapes.line(along.stream()
                .map(spot -> new Coordinate(spot.longitude(), spot.latitude()))
                .toList()));
        for (int i = 0; i < DOORS; i++) {
            var at = line.getEndIndex() * (i + 0.5) / DOORS;
            for (int side = 0; side < 2; side++) {
                var place = line.extractPoint(at, side == 0 ? BESIDE : -BESIDE);
                var number = 2 * Math.round(at / BETWEEN) + 1 + side;
                var record = record(
                        road.identifier() + String.format("%03d", 2 * i + side + 1),
                        "door",
                        said("door", name, number),
                        CITY_WIDE,
                        "POINT(" + place.x + " " + place.y + ")");
                record.fields().put("parent", road.identifier());
                records.add(record);
            }
        }
    }

    private void parcels(Division community, List<Delivered> records) {
        for (int i = 0; i < 2; i++) {
            var number = i + 1;
            map.parcel(community.code(), i * 4)
                    .ifPresent(border -> records.add(record(
                            code(community.code()) + String.format("%03d", 500 + number),
                            "parcel",
                            said("parcel", community.name(), number),
                            community.code(),
                            polygon(border))));
        }
    }

    private Delivered record(String code, String kind, String name, DivisionCode division, String shape) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("kind", kind);
        fields.put("division", division.value());
        fields.put("shape", shape);
        return new Delivered(code, code, since, fields);
    }

    List<Delivered> components() {
        var classes = DemoTable.rows(Feature.class, "demo-components.csv");
        List<Delivered> records = new ArrayList<>();
        var number = 0;
        for (var community : communities) {
            for (int i = 0; i < COMPONENTS; i++) {
                number++;
                records.add(component(community, classes.get(number % classes.size()), number));
            }
        }
        return records;
    }

    private Delivered component(Division community, List<String> kind, int number) {
        var code = community.code().value().substring(0, 6) + kind.getFirst() + String.format("%06d", number);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", kind.getLast());
        fields.put("status", number % 37 == 0 ? "broken" : "good");
        fields.put("division", community.code().value());
        fields.put("cell", cell(map, community.code(), number));
        map.spot(community.code(), number).ifPresent(spot -> {
            fields.put("longitude", String.valueOf(spot.longitude()));
            fields.put("latitude", String.valueOf(spot.latitude()));
        });
        return new Delivered(code, code, since, fields);
    }

    static String cell(CityMap map, DivisionCode community, long number) {
        return code(community) + String.format("%03d", map.cell(community, number));
    }

    private static String polygon(List<Spot> border) {
        return "POLYGON(" + places(border) + ")";
    }

    private static String places(List<Spot> line) {
        return line.stream()
                .map(spot -> spot.longitude() + " " + spot.latitude())
                .collect(Collectors.joining(",", "(", ")"));
    }
}
