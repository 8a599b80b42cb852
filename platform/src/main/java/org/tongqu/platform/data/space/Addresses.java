package org.tongqu.platform.data.space;

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

    static final int MOST = 8;

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

    static List<Resolved> at(List<Located> around, Geometry point, Optional<Feature> thing, Why why) {
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
                        Optional.of(point.getCoordinate()),
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
    static List<Feature> divisions(List<Located> among, String division) {
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
    static String prefix(String division) {
        return division.length() == 6 ? division.replaceAll("(00)+$", "") : division;
    }

    /** Where an address is; several answers where it may be in several places, the likeliest first. */
    @Transactional(readOnly = true)
    public Resolution resolve(Sight sees, String address) {
        return resolve(sees, List.of(address)).getFirst();
    }

    /** Where each of the addresses is, with a handful of statements for all of them. */
    @Transactional(readOnly = true)
    public List<Resolution> resolve(Sight sees, List<String> addresses) {
        return new Resolving(store, sees, addresses).all();
    }

    /** A place as somebody types it: longitude and latitude with a comma or a space between; nothing where it is none. */
    public static Optional<Coordinate> place(String typed) {
        var parts = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .strip()
                .split("[,\\s]+");
        return parts.length == 2 ? Shapes.point(parts[0], parts[1]).map(Geometry::getCoordinate) : Optional.empty();
    }
}
