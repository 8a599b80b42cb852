package org.tongqu.engines.space.address;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Finds where a number is along a road between two that are known: on its own side, where odd and even numbers face each other,
 * between its neighbours there; else in the middle of the road between those of both sides.
 */
public final class Along {

    private Along() {}

    /** A number whose place is known. */
    public record Known(int number, Coordinate place) {}

    /** Nothing where no two known numbers have it between them, or the road is no line. */
    public static Optional<Coordinate> place(Geometry road, int number, List<Known> known) {
        if (road.getDimension() != 1) {
            return Optional.empty();
        }
        var line = new LengthIndexedLine(road);
        return between(number, known, one -> (one.number() - number) % 2 == 0)
                .map(ends -> ends.place(line, number, ends.side(line, number)))
                .or(() -> between(number, known, one -> true).map(ends -> ends.place(line, number, 0)));
    }

    private static Optional<Ends> between(int number, List<Known> known, Predicate<Known> chosen) {
        var below = known.stream()
                .filter(chosen)
                .filter(one -> one.number() < number)
                .max(Comparator.comparingInt(Known::number));
        var above = known.stream()
                .filter(chosen)
                .filter(one -> one.number() > number)
                .min(Comparator.comparingInt(Known::number));
        return below.flatMap(least -> above.map(most -> new Ends(least, most)));
    }

    /** The numbers next to the one that is looked for. */
    private record Ends(Known least, Known most) {

        private double part(int number) {
            return (double) (number - least.number()) / (most.number() - least.number());
        }

        Coordinate place(LengthIndexedLine line, int number, double side) {
            var from = line.project(least.place());
            var at = from + (line.project(most.place()) - from) * part(number);
            return line.extractPoint(at, side);
        }

        /** How far from the road, to the left of its direction or, below nought, to the right. */
        double side(LengthIndexedLine line, int number) {
            var from = side(line, least.place());
            return from + (side(line, most.place()) - from) * part(number);
        }

        private static double side(LengthIndexedLine line, Coordinate place) {
            var at = line.project(place);
            var far = line.extractPoint(at).distance(place);
            return line.extractPoint(at, far).distance(place)
                            <= line.extractPoint(at, -far).distance(place)
                    ? far
                    : -far;
        }
    }
}
