package org.tongqu.platform.operate.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.kernel.identity.DivisionCode;

/**
 * Where things of the demo city lie: a lattice of crooked lines, of which each division takes whole meshes. What lies beside
 * each other therefore has the very same border, and the divisions of a level leave no gap.
 *
 * <p>Two districts stand in a column, each of two by four streets; a street has two columns of communities, each of two or
 * three cells.
 */
public final class CityMap {

    /** Meshes of a street in each direction. */
    private static final int MESHES = 12;

    private static final int STREETS_ACROSS = 2;
    private static final int STREETS_UP = 4;
    private static final int DISTRICTS_UP = 2;

    private static final double WEST = 112.02;
    private static final double SOUTH = 30.11;
    private static final double STEP = 0.0026;

    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final int across;
    private final int up;

    /** @param communities of the whole city */
    public CityMap(Collection<DivisionCode> communities) {
        var streets =
                grouped(communities.stream().map(DivisionCode::value).sorted().toList(), 9);
        var districts = grouped(List.copyOf(streets.keySet()), 6);
        var columns = (districts.size() + DISTRICTS_UP - 1) / DISTRICTS_UP;
        this.across = columns * STREETS_ACROSS * MESHES;
        this.up = DISTRICTS_UP * STREETS_UP * MESHES;
        var number = 0;
        for (var district : districts.entrySet()) {
            var whole = new Block(
                    number / DISTRICTS_UP * STREETS_ACROSS * MESHES,
                    number % DISTRICTS_UP * STREETS_UP * MESHES,
                    STREETS_ACROSS * MESHES,
                    STREETS_UP * MESHES);
            blocks.put(district.getKey(), whole);
            streets(whole, district.getValue(), streets);
            number++;
        }
    }

    /** A place in degrees. */
    public record Spot(double longitude, double latitude) {}

    /** Some meshes: from where, and how many. */
    private record Block(int x, int y, int width, int height) {

        /** The part of it that is the index-th of so many, from west to east. */
        Block column(int index, int many) {
            var from = width * index / many;
            return new Block(x + from, y, width * (index + 1) / many - from, height);
        }

        /** As {@link #column}, from south to north. */
        Block row(int index, int many) {
            var from = height * index / many;
            return new Block(x, y + from, width, height * (index + 1) / many - from);
        }
    }

    private static Map<String, List<String>> grouped(List<String> codes, int length) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        codes.forEach(code -> groups.computeIfAbsent(code.substring(0, length), key -> new ArrayList<>())
                .add(code));
        return groups;
    }

    private void streets(Block district, List<String> codes, Map<String, List<String>> communities) {
        for (int i = 0; i < codes.size(); i++) {
            var rows = (codes.size() + STREETS_ACROSS - 1) / STREETS_ACROSS;
            var street = district.column(i % STREETS_ACROSS, STREETS_ACROSS).row(i / STREETS_ACROSS, rows);
            blocks.put(codes.get(i), street);
            var within = communities.getOrDefault(codes.get(i), List.of());
            var west = (within.size() + 1) / 2;
            for (int j = 0; j < within.size(); j++) {
                var community = j < west
                        ? street.column(0, 2).row(j, west)
                        : street.column(1, 2).row(j - west, within.size() - west);
                blocks.put(within.get(j), community);
            }
        }
    }

    /** The border of a district, street or community, closed; empty for a division that is not of the city. */
    public Optional<List<Spot>> border(DivisionCode division) {
        return Optional.ofNullable(blocks.get(division.value())).map(this::border);
    }

    /** The border of the whole city. */
    public List<Spot> border() {
        return border(new Block(0, 0, across, up));
    }

    /** The borders of the cells of a community, two or three. */
    public List<List<Spot>> cells(DivisionCode community) {
        var block = blocks.get(community.value());
        if (block == null) {
            return List.of();
        }
        var many = parts(block);
        List<List<Spot>> cells = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            cells.add(border(block.column(i, many)));
        }
        return cells;
    }

    /** How many cells a community has. */
    private static int parts(Block block) {
        return 2 + Math.floorMod(mixed(block.x(), block.y()), 5) / 3;
    }

    /** Which cell of the community the {@link #spot} of a number lies in: 1, 2, … */
    public int cell(DivisionCode community, long number) {
        var block = blocks.get(community.value());
        return block == null ? 1 : 1 + (int) Math.floorMod(number, (long) parts(block));
    }

    /** A place inside the community, and inside its {@link #cell}, that follows from the number alone. */
    public Optional<Spot> spot(DivisionCode community, long number) {
        return Optional.ofNullable(blocks.get(community.value())).map(block -> {
            var cell = block.column(cell(community, number) - 1, parts(block));
            var random = mixed(number, block.x() * 1_000L + block.y());
            var x = cell.x() + (int) Math.floorMod(random, (long) cell.width());
            var y = cell.y() + (int) Math.floorMod(random >>> 16, (long) cell.height());
            return inside(x, y, 0.15 + (random >>> 32 & 0xff) / 366.0, 0.15 + (random >>> 40 & 0xff) / 366.0);
        });
    }

    /** A parcel within one mesh of the community: a border that lies inside it. */
    public Optional<List<Spot>> parcel(DivisionCode community, int number) {
        return Optional.ofNullable(blocks.get(community.value())).map(block -> {
            var x = block.x() + number % block.width();
            var y = block.y() + number / block.width() % block.height();
            return List.of(
                    inside(x, y, 0.2, 0.2),
                    inside(x, y, 0.8, 0.2),
                    inside(x, y, 0.8, 0.75),
                    inside(x, y, 0.2, 0.75),
                    inside(x, y, 0.2, 0.2));
        });
    }

    /** Roads along the borders of streets and through their middle, from west to east, then from south to north. */
    public List<List<Spot>> roads() {
        List<List<Spot>> roads = new ArrayList<>();
        for (int y = MESHES / 2; y < up; y += MESHES / 2) {
            List<Spot> road = new ArrayList<>();
            for (int x = 0; x <= across; x++) {
                road.add(knot(x, y));
            }
            roads.add(road);
        }
        for (int x = MESHES / 2; x < across; x += MESHES / 2) {
            List<Spot> road = new ArrayList<>();
            for (int y = 0; y <= up; y++) {
                road.add(knot(x, y));
            }
            roads.add(road);
        }
        return roads;
    }

    /** A river that winds through the city from west to east, as the border of its water. */
    public List<Spot> river() {
        List<Spot> border = new ArrayList<>();
        for (int x = 0; x <= across; x++) {
            border.add(bank(x, -0.8));
        }
        for (int x = across; x >= 0; x--) {
            border.add(bank(x, 0.8 + 0.5 * Math.sin(x / 7.0)));
        }
        border.add(border.getFirst());
        return border;
    }

    private Spot bank(int x, double beside) {
        var y = up * 0.46 + 7 * Math.sin(x / 13.0) + 3 * Math.sin(x / 5.0 + 1) + beside;
        return placed(x, y);
    }

    private List<Spot> border(Block block) {
        List<Spot> border = new ArrayList<>();
        for (int x = 0; x < block.width(); x++) {
            border.add(knot(block.x() + x, block.y()));
        }
        for (int y = 0; y < block.height(); y++) {
            border.add(knot(block.x() + block.width(), block.y() + y));
        }
        for (int x = block.width(); x > 0; x--) {
            border.add(knot(block.x() + x, block.y() + block.height()));
        }
        for (int y = block.height(); y > 0; y--) {
            border.add(knot(block.x(), block.y() + y));
        }
        border.add(border.getFirst());
        return border;
    }

    /** A place within a mesh, as far between its four knots as is said. */
    private Spot inside(int x, int y, double right, double above) {
        var low = between(knot(x, y), knot(x + 1, y), right);
        var high = between(knot(x, y + 1), knot(x + 1, y + 1), right);
        return between(low, high, above);
    }

    private static Spot between(Spot one, Spot other, double share) {
        return new Spot(
                rounded(one.longitude() + (other.longitude() - one.longitude()) * share),
                rounded(one.latitude() + (other.latitude() - one.latitude()) * share));
    }

    private Spot knot(int x, int y) {
        var random = mixed(x, y);
        var right = ((random & 0x3ff) / 1023.0 - 0.5) * 0.5;
        var above = ((random >>> 12 & 0x3ff) / 1023.0 - 0.5) * 0.5;
        return placed(x + right, y + above);
    }

    /** Farther from the middle everything is larger, as it is outside a town. */
    private Spot placed(double x, double y) {
        var right = stretched(x / across * 2 - 1);
        var above = stretched(y / up * 2 - 1);
        return new Spot(
                rounded(WEST + across * STEP / 2 * (1 + right + 0.06 * Math.sin(2.3 * above))),
                rounded(SOUTH + up * STEP / 2 * 0.86 * (1 + above + 0.07 * Math.sin(2.9 * right + 0.4))));
    }

    private static double stretched(double share) {
        return share * (0.7 + 0.3 * share * share);
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private static long mixed(long one, long other) {
        var mixed = (one + 1) * 0x9E37_79B9_7F4A_7C15L ^ (other + 1) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 30) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }
}
