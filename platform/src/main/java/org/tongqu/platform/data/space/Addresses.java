package org.tongqu.platform.data.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.space.Shapes;
import org.tongqu.platform.data.space.Resolved.Why;
import org.tongqu.platform.data.space.internal.AddressStore;
import org.tongqu.platform.data.space.internal.AddressStore.Located;

/**
 * Resolves addresses and places to street, community and cell. Divisions, cells and roads are the things whose kind is
 * {@code division}, {@code cell} and {@code road} in whichever register; houses those of registers whose place has an address.
 */
@Service
public class Addresses {

    private static final int MOST = 8;

    private final AddressStore store;

    Addresses(AddressStore store) {
        this.store = store;
    }

    /** Where a place in degrees lies; on a border there are several answers, outside there is none. */
    @Transactional(readOnly = true)
    public List<Resolved> at(Sight sees, double longitude, double latitude) {
        var point = Shapes.point(longitude, latitude);
        var around = store.around(sees, List.of(point));
        return at(around, point, Optional.empty(), Why.INSIDE);
    }

    private static List<Resolved> at(List<Located> around, Geometry point, Optional<Feature> thing, Why why) {
        var holding = around.stream()
                .filter(one -> one.feature().shape().covers(point))
                .toList();
        var cells = holding.stream().filter(Located::isCell).toList();
        var ends = cells.isEmpty()
                ? deepest(holding.stream().filter(one -> !one.isCell()).toList())
                : cells;
        return ends.stream()
                .limit(MOST)
                .map(end -> new Resolved(
                        divisions(holding, end.division()),
                        Optional.of(end.feature()).filter(cell -> end.isCell()),
                        thing,
                        ends.size() > 1 && why == Why.INSIDE ? Why.BORDER : why))
                .toList();
    }

    private static List<Located> deepest(List<Located> divisions) {
        var longest = divisions.stream()
                .mapToInt(one -> one.division().length())
                .max()
                .orElse(0);
        return divisions.stream()
                .filter(one -> one.division().length() == longest)
                .toList();
    }

    /** Those in which a division lies, and itself, from the largest on. */
    private static List<Feature> divisions(List<Located> among, String division) {
        Map<String, Feature> byCode = new LinkedHashMap<>();
        among.stream()
                .filter(one -> !one.isCell() && isWithin(division, one.division()))
                .sorted(Comparator.comparing(
                        (Located one) -> prefix(one.division()).length()))
                .forEach(one -> byCode.putIfAbsent(one.division(), one.feature()));
        return List.copyOf(byCode.values());
    }

    static boolean isWithin(String division, String other) {
        return division.startsWith(prefix(other));
    }

    /** What the codes of all that lies in a division begin with. */
    private static String prefix(String division) {
        return division.length() == 6 ? division.replaceAll("(00)+$", "") : division;
    }

    /** Where an address is; several answers where it may be in several places, the likeliest first. */
    @Transactional(readOnly = true)
    public List<Resolved> resolve(Sight sees, String address) {
        var likeness = Likeness.of(address);
        if (likeness.length() < 2) {
            return List.of();
        }
        var named = store.named(sees, likeness);
        var divisions = best(named.stream().filter(Located::isDivision).toList());
        var houses = houses(sees, likeness, divisions);
        if (!houses.isEmpty()) {
            return houses;
        }
        var roads = named.stream().filter(Located::isRoad).toList();
        return roads.isEmpty() ? byName(sees, divisions) : byRoad(sees, roads, divisions);
    }

    /** Of the divisions that are named those of whose names, with those above them, the most are named. */
    private static List<Located> best(List<Located> named) {
        Map<Located, Integer> scores = new LinkedHashMap<>();
        named.forEach(one -> scores.put(
                one,
                10
                                * (int) named.stream()
                                        .filter(other -> isWithin(one.division(), other.division()))
                                        .map(other -> other.division().length() + prefix(other.division()))
                                        .distinct()
                                        .count()
                        + one.division().length()));
        var most = scores.values().stream().mapToInt(score -> score).max().orElse(0);
        return scores.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Resolved> houses(Sight sees, String likeness, List<Located> divisions) {
        var houses = store.houses(
                sees, likeness, divisions.stream().map(Located::division).toList());
        var exact =
                houses.stream().filter(one -> one.likeness().equals(likeness)).toList();
        var found = exact.isEmpty() ? houses : exact;
        if (found.isEmpty()) {
            return List.of();
        }
        var around = store.around(
                sees, found.stream().map(one -> one.feature().shape()).toList());
        Map<String, Resolved> byCell = new LinkedHashMap<>();
        for (var house : found) {
            at(
                            around,
                            house.feature().shape().getCentroid(),
                            Optional.of(house.feature()),
                            exact.isEmpty() ? Why.HOUSES : Why.HOUSE)
                    .forEach(one ->
                            byCell.putIfAbsent(one.cell().map(Feature::id).orElse(house.division()), one));
        }
        return byCell.values().stream().limit(MOST).toList();
    }

    private List<Resolved> byName(Sight sees, List<Located> divisions) {
        if (divisions.isEmpty()) {
            return List.of();
        }
        var above = store.above(sees, divisions.stream().map(Located::division).toList());
        return divisions.stream()
                .limit(MOST)
                .map(one -> new Resolved(
                        divisions(above, one.division()),
                        Optional.empty(),
                        Optional.empty(),
                        divisions.size() > 1 ? Why.NAMESAKES : Why.DIVISION))
                .toList();
    }

    /** The cells through which a road runs, within the divisions that are named. */
    private List<Resolved> byRoad(Sight sees, List<Located> roads, List<Located> divisions) {
        List<Resolved> found = new ArrayList<>();
        for (var road : roads.subList(0, Math.min(2, roads.size()))) {
            var shape = road.feature().shape();
            var around = store.around(sees, List.of(shape));
            around.stream()
                    .filter(Located::isCell)
                    .filter(cell -> divisions.isEmpty()
                            || divisions.stream().anyMatch(one -> isWithin(cell.division(), one.division())))
                    .filter(cell -> cell.feature().shape().intersects(shape))
                    .limit(MOST)
                    .forEach(cell -> found.add(new Resolved(
                            divisions(around, cell.division()),
                            Optional.of(cell.feature()),
                            Optional.of(road.feature()),
                            Why.ROAD)));
        }
        return found.isEmpty() ? byName(sees, divisions) : List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    /** A place as somebody types it: longitude and latitude with a comma or a space between; nothing where it is none. */
    public static Optional<Coordinate> place(String typed) {
        var parts = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .strip()
                .split("[,\\s]+");
        return parts.length == 2 ? Shapes.point(parts[0], parts[1]).map(Geometry::getCoordinate) : Optional.empty();
    }
}
