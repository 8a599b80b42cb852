package org.tongqu.engines.linkage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Signs that are written in more than one way: traditional, simplified, variant. */
final class Variants {

    private static final int FIRST_SIGN = 0x4E00;
    private static final int LAST_SIGN = 0x9FFF;
    private static final Map<Integer, Integer> SIGNS = read();

    private Variants() {}

    private static Map<Integer, Integer> read() {
        Map<Integer, Integer> signs = new HashMap<>();
        text("variants.csv")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.codePoints().filter(sign -> sign != ',').toArray())
                .forEach(group -> {
                    for (int i = 1; i < group.length; i++) {
                        signs.put(group[i], group[0]);
                    }
                });
        return Map.copyOf(signs);
    }

    static String text(String name) {
        try (var in = Objects.requireNonNull(Variants.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    /** Without spaces, and without the dots between parts of a name. */
    static String bare(String name) {
        var isBare = name.codePoints().allMatch(Character::isLetter);
        return isBare
                ? name
                : name.codePoints()
                        .filter(sign -> Character.isLetter(sign) || sign == '?' || sign == '*')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** The same for all ways of writing a name. */
    static String folded(String name) {
        return isPlain(name) ? name : anyFolded(name);
    }

    /** Common signs that are written in one way only are themselves, which is so for most names. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            var sign = (int) name.charAt(i);
            if (sign < FIRST_SIGN || sign > LAST_SIGN || SIGNS.containsKey(sign)) {
                return false;
            }
        }
        return true;
    }

    private static String anyFolded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .map(sign -> SIGNS.getOrDefault(sign, Character.toLowerCase(sign)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
