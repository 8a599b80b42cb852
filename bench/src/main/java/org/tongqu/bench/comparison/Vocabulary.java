package org.tongqu.bench.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Signs of which names and addresses of nobody are made. */
final class Vocabulary {

    private static final Map<String, int[]> SIGNS = read();

    private Vocabulary() {}

    private static Map<String, int[]> read() {
        try (var in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("people.txt"), "people.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.contains("="))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toUnmodifiableMap(
                            line -> line[0], line -> line[1].codePoints().toArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read people.txt", e);
        }
    }

    static int[] signs(String list) {
        return Objects.requireNonNull(SIGNS.get(list), list);
    }

    static String sign(String list, SplittableRandom random) {
        var signs = signs(list);
        return Character.toString(signs[random.nextInt(signs.length)]);
    }

    /** The first signs of the list come up most, as surnames do. */
    static String common(String list, SplittableRandom random) {
        var signs = signs(list);
        var share = random.nextDouble();
        return Character.toString(signs[(int) (signs.length * share * share)]);
    }

    /** Two signs that stand beside each other. */
    static String two(String list, SplittableRandom random) {
        var signs = signs(list);
        var at = random.nextInt(signs.length / 2) * 2;
        return new String(signs, at, 2);
    }

    /** Another way of writing the sign, or the sign itself. */
    static int variant(int sign) {
        var signs = signs("variants");
        for (int i = 0; i < signs.length; i += 2) {
            if (signs[i] == sign) {
                return signs[i + 1];
            }
        }
        return sign;
    }
}
