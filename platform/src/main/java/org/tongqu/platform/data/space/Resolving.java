package org.tongqu.platform.data.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.tongqu.engines.space.Shapes;
import org.tongqu.engines.space.address.Address;
import org.tongqu.engines.space.address.AddressReader;
import org.tongqu.engines.space.address.Along;
import org.tongqu.platform.data.space.Resolution.Doubt;
import org.tongqu.platform.data.space.Resolved.Why;
import org.tongqu.platform.data.space.internal.AddressStore;
import org.tongqu.platform.data.space.internal.AddressStore.Door;
import org.tongqu.platform.data.space.internal.AddressStore.Found;
import org.tongqu.platform.data.space.internal.AddressStore.House;
import org.tongqu.platform.data.space.internal.AddressStore.Known;
import org.tongqu.platform.data.space.internal.AddressStore.Located;

/**
 * Several addresses on their way to where they are. Each step is one statement for all: which divisions and roads they name,
 * which houses they are, which numbers are known along their roads, and what lies around whatever was found.
 */
final class Resolving {

    private static final double BESIDE = 0.003;

    private final AddressStore store;
    private final Sight sees;
    private final List<Asked> asked;

    Resolving(AddressStore store, Sight sees, List<String> texts) {
        this.store = store;
        this.sees = sees;
        var addresses = texts.stream().map(AddressReader::read).toList();
        var readable = addresses.stream()
                .map(Address::likeness)
                .filter(likeness -> likeness.length() > 1)
                .distinct()
                .toList();
        var named = readable.isEmpty() ? List.<Located>of() : store.named(sees, readable);
        this.asked = IntStream.range(0, texts.size())
                .mapToObj(i -> Asked.of(texts.get(i), addresses.get(i), named))
                .toList();
    }

    /** An address with the divisions and the roads that it names. */
    private record Asked(String text, Address address, List<Located> divisions, List<Located> roads) {

        static Asked of(String text, Address address, List<Located> named) {
            var here = named.stream()
                    .filter(one -> address.likeness().contains(one.likeness()))
                    .toList();
            var divisions = best(here.stream().filter(Located::isDivision).toList());
            var roads = here.stream().filter(Located::isRoad).toList();
            return new Asked(text, address, divisions, roads);
        }

        /** The roads before its number; without a number all that it names. */
        List<Located> ownRoads() {
            return address.door()
                    .map(door -> roads.stream()
                            .filter(road -> door.isOn(road.likeness()))
                            .toList())
                    .orElse(roads);
        }

        House house(int number) {
            var end = divisions.stream()
                    .mapToInt(one -> address.likeness().indexOf(one.likeness())
                            + one.likeness().length())
                    .max()
                    .orElse(0);
            return new House(
                    number,
                    address.likeness(),
                    end == 0 ? "" : address.likeness().substring(end),
                    divisions.stream().map(Located::division).toList());
        }

        boolean isWithin(String division) {
            return divisions.isEmpty()
                    || divisions.stream()
                            .anyMatch(one -> Addresses.isWithin(division, one.division())
                                    || Addresses.isWithin(one.division(), division));
        }
    }

    /** Of the divisions that are named those of whose names, with those above them, the most are named. */
    private static List<Located> best(List<Located> named) {
        Map<Located, Integer> scores = new LinkedHashMap<>();
        named.forEach(one -> scores.put(
                one,
                10
                                * (int) named.stream()
                                        .filter(other -> Addresses.isWithin(one.division(), other.division()))
                                        .map(other -> other.division().length() + Addresses.prefix(other.division()))
                                        .distinct()
                                        .count()
                        + one.division().length()));
        var most = scores.values().stream().mapToInt(score -> score).max().orElse(0);
        return scores.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where something may be, before it is known what lies around it. */
    private record Place(Geometry shape, Feature thing, Why why) {}

    List<Resolution> all() {
        if (asked.stream().allMatch(one -> one.address().likeness().length() < 2)) {
            return asked.stream()
                    .map(one -> new Resolution(one.text(), List.of(), Optional.of(Doubt.NOTHING_READ)))
                    .toList();
        }
        var places = places();
        var around = places.values().stream().allMatch(List::isEmpty)
                ? List.<Located>of()
                : store.around(
                        sees,
                        places.values().stream()
                                .flatMap(List::stream)
                                .map(Place::shape)
                                .toList());
        var divisions = asked.stream()
                .flatMap(one -> one.divisions().stream())
                .map(Located::division)
                .distinct()
                .toList();
        var above = divisions.isEmpty() ? List.<Located>of() : store.above(sees, divisions);
        return IntStream.range(0, asked.size())
                .mapToObj(i -> resolution(asked.get(i), places.getOrDefault(i, List.of()), around, above))
                .toList();
    }

    /** Of each address the houses, else the numbers, else the roads. */
    private Map<Integer, List<Place>> places() {
        Map<Integer, List<Place>> places = new LinkedHashMap<>();
        var houses =
                store
                        .houses(
                                sees,
                                IntStream.range(0, asked.size())
                                        .mapToObj(i -> asked.get(i).house(i))
                                        .toList())
                        .stream()
                        .collect(Collectors.groupingBy(Found::asked));
        houses.forEach((i, found) -> places.put(i, houses(asked.get(i), found)));
        numbers(places.keySet().stream().toList()).forEach(places::putIfAbsent);
        for (int i = 0; i < asked.size(); i++) {
            places.putIfAbsent(
                    i,
                    asked.get(i).ownRoads().stream()
                            .limit(2)
                            .map(road -> new Place(road.feature().shape(), road.feature(), Why.ROAD))
                            .toList());
        }
        return places;
    }

    private static List<Place> houses(Asked asked, List<Found> found) {
        var exact = found.stream()
                .filter(one -> one.located().likeness().equals(asked.address().likeness()))
                .toList();
        var why = exact.isEmpty() ? Why.HOUSES : Why.HOUSE;
        return (exact.isEmpty() ? found : exact)
                .stream()
                        .map(one -> one.located().feature())
                        .map(house -> new Place(house.shape().getCentroid(), house, why))
                        .toList();
    }

    /** A number along one of the roads that an address may mean. */
    private record Numbered(int asked, Located road, Address.Door door) {

        Door door(int number) {
            var near = road.feature().shape().getEnvelopeInternal();
            near.expandBy(BESIDE);
            return new Door(number, road.likeness(), door.number(), near);
        }

        Optional<Place> place(List<Known> known) {
            var same =
                    known.stream().filter(one -> one.number() == door.number()).toList();
            var itself =
                    same.stream().filter(one -> one.part().equals(door.part())).findFirst();
            return itself.map(one -> place(one, Why.DOOR))
                    .or(() -> same.stream().findFirst().map(one -> place(one, Why.MAIN)))
                    .or(() -> along(known));
        }

        private static Place place(Known one, Why why) {
            return new Place(one.feature().shape(), one.feature(), why);
        }

        private Optional<Place> along(List<Known> known) {
            var line = road.feature().shape();
            return Along.place(
                            line,
                            door.number(),
                            known.stream()
                                    .map(one -> new Along.Known(
                                            one.number(), one.feature().shape().getCoordinate()))
                                    .toList())
                    .map(place -> new Place(Shapes.point(place.x, place.y), road.feature(), Why.ALONG));
        }
    }

    private Map<Integer, List<Place>> numbers(List<Integer> done) {
        List<Numbered> numbered = IntStream.range(0, asked.size())
                .filter(i -> !done.contains(i))
                .boxed()
                .flatMap(i -> asked.get(i).address().door().stream()
                        .flatMap(door -> asked.get(i).ownRoads().stream().map(road -> new Numbered(i, road, door))))
                .toList();
        if (numbered.isEmpty()) {
            return Map.of();
        }
        var known = store
                .doors(
                        sees,
                        IntStream.range(0, numbered.size())
                                .mapToObj(i -> numbered.get(i).door(i))
                                .toList())
                .stream()
                .collect(Collectors.groupingBy(Known::asked));
        Map<Integer, List<Place>> found = new LinkedHashMap<>();
        for (int i = 0; i < numbered.size(); i++) {
            var one = numbered.get(i);
            one.place(known.getOrDefault(i, List.of()))
                    .ifPresent(place -> found.computeIfAbsent(one.asked(), key -> new ArrayList<>())
                            .add(place));
        }
        return found;
    }

    private static Resolution resolution(Asked asked, List<Place> places, List<Located> around, List<Located> above) {
        var found = places.stream()
                .flatMap(place -> place.why() == Why.ROAD
                        ? road(asked, place, around)
                        : Addresses.at(around, place.shape(), Optional.of(place.thing()), place.why()).stream()
                                .filter(one -> isMeant(asked, one)))
                .toList();
        Map<String, Resolved> byPlace = new LinkedHashMap<>();
        found.forEach(one -> byPlace.putIfAbsent(
                one.cell().map(Feature::id).orElse("")
                        + one.divisions().stream().map(Feature::id).toList(),
                one));
        var shown = byPlace.isEmpty()
                ? byName(asked.divisions(), above)
                : byPlace.values().stream().limit(Addresses.MOST).toList();
        return new Resolution(asked.text(), shown, doubt(asked, shown));
    }

    /** Whether it lies in a division that the address names, where it names one; what a register says of a house is believed. */
    private static boolean isMeant(Asked asked, Resolved found) {
        return found.why() == Why.HOUSE
                || found.why() == Why.HOUSES
                || asked.divisions().isEmpty()
                || found.divisions().stream()
                        .anyMatch(one -> asked.divisions().stream()
                                .anyMatch(named -> named.feature().id().equals(one.id())));
    }

    private static List<Resolved> byName(List<Located> divisions, List<Located> above) {
        return divisions.stream()
                .limit(Addresses.MOST)
                .map(one -> new Resolved(
                        Addresses.divisions(above, one.division()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        divisions.size() > 1 ? Why.NAMESAKES : Why.DIVISION))
                .toList();
    }

    /** The cells through which a road runs, within the divisions that are named. */
    private static Stream<Resolved> road(Asked asked, Place road, List<Located> around) {
        return around.stream()
                .filter(Located::isCell)
                .filter(cell -> asked.isWithin(cell.division()))
                .filter(cell -> cell.feature().shape().intersects(road.shape()))
                .limit(Addresses.MOST)
                .map(cell -> new Resolved(
                        Addresses.divisions(around, cell.division()),
                        Optional.of(cell.feature()),
                        Optional.of(road.thing()),
                        Optional.empty(),
                        Why.ROAD));
    }

    private static Optional<Doubt> doubt(Asked asked, List<Resolved> found) {
        var address = asked.address();
        var door = address.door();
        if (address.likeness().length() < 2) {
            return Optional.of(Doubt.NOTHING_READ);
        }
        var isRoadNamed = !asked.ownRoads().isEmpty();
        var why = found.stream().map(Resolved::why).findFirst();
        if (why.isPresent() && why.get() == Why.MAIN) {
            return Optional.of(Doubt.PART_UNKNOWN);
        }
        if (why.isPresent() && why.get() == Why.ROAD) {
            return Optional.of(door.isPresent() ? Doubt.NUMBER_UNKNOWN : Doubt.NO_NUMBER);
        }
        var isVague = why.isEmpty() || why.get() == Why.DIVISION || why.get() == Why.NAMESAKES;
        if (isVague && door.isPresent() && !isRoadNamed) {
            return Optional.of(door.get().road().isPresent() ? Doubt.ROAD_UNKNOWN : Doubt.NO_ROAD);
        }
        return why.isEmpty() ? Optional.of(Doubt.NOT_KNOWN) : Optional.empty();
    }
}
