package org.tongqu.engines.space.address;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names and addresses as they are compared: one width, small letters, simplified signs, neither spaces nor points, and a number
 * before the word for house, room and the like in digits.
 */
public final class Likeness {

    private static final Map<Integer, String> NUMERALS = new HashMap<>();
    private static final Map<Integer, Integer> SIMPLIFIED = new HashMap<>();
    private static final Pattern DASH;
    private static final String PART;

    static {
        var words = AddressWords.read("numerals.properties");
        DASH = Pattern.compile("(?<=[0-9])[-\u2010-\u2015](?=[0-9]+" + words.remove("house") + ")");
        PART = words.getOrDefault("part", "");
        words.remove("part");
        words.forEach((sign, value) -> NUMERALS.put(sign.codePointAt(0), value));
        var pairs = AddressWords.text("traditional.txt")
                .codePoints()
                .filter(Character::isLetter)
                .toArray();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            SIMPLIFIED.put(pairs[i], pairs[i + 1]);
        }
    }

    private Likeness() {}

    /** {@code Ｎｏ．１２ 号} and {@code no12号} are the same. */
    public static String of(String text) {
        var one = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var simple = new StringBuilder(one.length());
        one.codePoints().forEach(sign -> simple.appendCodePoint(SIMPLIFIED.getOrDefault(sign, sign)));
        var letters = DASH.matcher(simple)
                .replaceAll(PART)
                .codePoints()
                .filter(letter -> Character.isLetterOrDigit(letter) || NUMERALS.containsKey(letter))
                .toArray();
        var kept = new StringBuilder(letters.length);
        for (int i = 0; i < letters.length; ) {
            var end = i;
            while (end < letters.length && isNumeral(letters[end])) {
                end++;
            }
            if (end > i && (isWord(letters, end, "end") || isWord(letters, i - 1, "after"))) {
                kept.append(number(letters, i, end));
            } else {
                end = Math.max(end, i + 1);
                kept.append(new String(letters, i, end - i));
            }
            i = end;
        }
        return kept.toString();
    }

    private static boolean isWord(int[] letters, int at, String meaning) {
        return at >= 0 && at < letters.length && meaning.equals(NUMERALS.get(letters[at]));
    }

    private static boolean isNumeral(int letter) {
        var value = NUMERALS.getOrDefault(letter, "");
        return value.startsWith("x") || (!value.isEmpty() && Character.isDigit(value.charAt(0)));
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
