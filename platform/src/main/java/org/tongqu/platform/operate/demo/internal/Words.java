package org.tongqu.platform.operate.demo.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoTable;

/** The word lists of the city, and small deterministic dice. */
final class Words {

    private final Properties lists = new Properties();

    Words() {
        try (var reader = reader("words.properties")) {
            lists.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the words of the demo city", e);
        }
    }

    List<String> list(String key) {
        return List.of(word(key).split(" "));
    }

    String word(String key) {
        return Objects.requireNonNull(lists.getProperty(key), key);
    }

    /** The pattern with {0}, {1} … replaced. */
    String filled(String key, Object... parts) {
        var said = word(key);
        for (int i = 0; i < parts.length; i++) {
            said = said.replace("{" + i + "}", String.valueOf(parts[i]));
        }
        return said;
    }

    /** The words of a weighted list, each as often as its weight says. */
    List<String> weighted(String key) {
        return list(key).stream()
                .flatMap(word -> {
                    var parts = word.split(":");
                    return Collections.nCopies(Integer.parseInt(parts[1]), parts[0]).stream();
                })
                .toList();
    }

    /** The rows of a table without a heading. */
    static List<List<String>> table(String name) {
        return DemoTable.all(DemoCity.class, name);
    }

    /** The rows of a table below its heading. */
    static List<List<String>> rows(String name) {
        return DemoTable.rows(DemoCity.class, name);
    }

    private static BufferedReader reader(String name) {
        return new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(DemoCity.class.getResourceAsStream(name), name), UTF_8));
    }

    /** A number below the bound that follows from purpose and index alone. */
    static int pick(String purpose, long index, int bound) {
        var mixed = (index + 1) * 0x9E37_79B9_7F4A_7C15L ^ purpose.hashCode() * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return (int) Long.remainderUnsigned(mixed ^ mixed >>> 31, bound);
    }

    static String pick(String purpose, long index, List<String> words) {
        return words.get(pick(purpose, index, words.size()));
    }
}
