package org.tongqu.platform.data.space;

import java.text.Normalizer;
import java.util.Locale;

/** Names and addresses as they are compared: one width, small letters, neither spaces nor points. */
public final class Likeness {

    private Likeness() {}

    /** {@code Ｎｏ．１２ 号} and {@code no12号} are the same. */
    public static String of(String text) {
        var one = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var kept = new StringBuilder(one.length());
        one.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
