package org.tongqu.bench.comparison;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Two lists of people nobody is, in which it is known who is who: four fifths of the left are in the right as another
 * department wrote them, with its slips, variants, moves and gaps; the rest of the right is others. Among them are twins,
 * families at one address with one telephone, and many of the same name.
 */
final class PlantedPeople {

    private static final int DAYS = 29_000;
    private static final double BOTH = 0.8;

    private final Person[] left;
    private final Person[] right;
    private final int[] truth;

    private PlantedPeople(Person[] left, Person[] right, int[] truth) {
        this.left = left;
        this.right = right;
        this.truth = truth;
    }

    static PlantedPeople of(long seed, int count) {
        var random = new SplittableRandom(seed);
        var left = new Person[count];
        for (int i = 0; i < count; i++) {
            left[i] = i == 0 ? stranger(random) : next(left[i - 1], random);
        }
        var places = shuffled(count, random);
        var right = new Person[count];
        var truth = new int[count];
        Arrays.fill(truth, -1);
        var slips = new Slips(random);
        for (int i = 0; i < count; i++) {
            if (random.nextDouble() < BOTH) {
                right[places[i]] = slips.written(left[i]);
                truth[i] = places[i];
            } else {
                right[places[i]] = stranger(random);
            }
        }
        return new PlantedPeople(left, right, truth);
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        var places = new int[count];
        for (int i = 0; i < count; i++) {
            var at = random.nextInt(i + 1);
            places[i] = places[at];
            places[at] = i;
        }
        return places;
    }

    /** A twin, one of the same family, or anybody. */
    private static Person next(Person before, SplittableRandom random) {
        var kind = random.nextInt(1000);
        var surname = before.name().substring(0, before.name().offsetByCodePoints(0, 1));
        if (kind < 10) {
            var phone = random.nextBoolean() ? before.phone() : phone(random);
            return new Person(surname + given(random), before.birth(), sex(random), phone, before.address());
        }
        var other = stranger(random);
        return kind < 120
                ? other.named(surname + given(random)).living(before.address()).called(before.phone())
                : other;
    }

    static Person stranger(SplittableRandom random) {
        return new Person(
                Vocabulary.common("surnames", random) + given(random),
                LocalDate.of(1945, 1, 1).plusDays(random.nextInt(DAYS)).toString(),
                sex(random),
                phone(random),
                address(random));
    }

    private static String given(SplittableRandom random) {
        if (random.nextInt(200) == 0) {
            return Vocabulary.common("given", random) + Vocabulary.sign("rare", random);
        }
        var first = Vocabulary.common("given", random);
        return random.nextInt(5) == 0 ? first : first + Vocabulary.common("given", random);
    }

    private static String sex(SplittableRandom random) {
        return random.nextBoolean() ? "1" : "2";
    }

    static String phone(SplittableRandom random) {
        return random.nextInt(10) == 0 ? "" : "199" + (10_000_000 + random.nextInt(90_000_000));
    }

    static String address(SplittableRandom random) {
        return "999901" + end(0) + Vocabulary.two("districts", random) + end(1) + Vocabulary.two("roads", random)
                + end(2)
                + (1 + random.nextInt(900)) + end(3) + (1 + random.nextInt(40)) + end(4)
                + (101 + random.nextInt(20) * 100 + random.nextInt(6)) + end(5);
    }

    /** What a city, district, road, number, building and room end with. */
    private static String end(int part) {
        return Character.toString(Vocabulary.signs("ends")[part]);
    }

    int size() {
        return left.length;
    }

    Person left(int row) {
        return left[row];
    }

    Person right(int row) {
        return right[row];
    }

    /** Which of the right it is; -1 when it is none. */
    int truth(int row) {
        return truth[row];
    }

    long matches() {
        return Arrays.stream(truth).filter(place -> place >= 0).count();
    }
}
