package org.tongqu.platform.data.space;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Names and addresses as they are compared: one width, small letters, neither spaces nor points, and a number before the word
 * for house, room and the like in digits.
 */
public final class Likeness {

    private static final Map<Integer, String> NUMERALS = new HashMap<>();

    static {
        var read = new Properties();
        try (var signs = Objects.requireNonNull(Likeness.class.getResourceAsStream("numerals.properties"));
                var reader = new InputStreamReader(signs, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the numerals", e);
        }
        read.forEach((sign, value) -> NUMERALS.put(sign.toString().codePointAt(0), value.toString()));
    }

    private Likeness() {}

    /** {@code Ｎｏ．１２ 号} and {@code no12号} are the same. */
    public static String of(String text) {
        var one = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var letters = one.codePoints()
                .filter(letter -> Character.isLetterOrDigit(letter) || NUMERALS.containsKey(letter))
                .toArray();
        var kept = new StringBuilder(letters.length);
        for (int i = 0; i < letters.length; ) {
            var end = i;
            while (end < letters.length && isNumeral(letters[end])) {
                end++;
            }
            if (end > i && end < letters.length && "end".equals(NUMERALS.get(letters[end]))) {
                kept.append(number(letters, i, end));
            } else {
                end = Math.max(end, i + 1);
                kept.append(new String(letters, i, end - i));
            }
            i = end;
        }
        return kept.toString();
    }

    private static boolean isNumeral(int letter) {
        return !"end".equals(NUMERALS.getOrDefault(letter, "end"));
    }

    /** Of 108 written with the word for hundred, or sign by sign. */
    private static String number(int[] letters, int from, int to) {
        long sum = 0;
        var digits = new StringBuilder();
        var isByPlace = false;
        for (int i = from; i < to; i++) {
            var value = NUMERALS.getOrDefault(letters[i], "");
            if (value.startsWith("x")) {
                isByPlace = true;
                sum += (digits.isEmpty() ? 1 : Long.parseLong(digits.toString())) * Long.parseLong(value.substring(1));
                digits.setLength(0);
            } else if (digits.length() < 12) {
                digits.append(value);
            }
        }
        return isByPlace
                ? String.valueOf(sum + (digits.isEmpty() ? 0 : Long.parseLong(digits.toString())))
                : digits.toString();
    }
}
