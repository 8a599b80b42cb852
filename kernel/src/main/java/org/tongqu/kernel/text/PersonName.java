package org.tongqu.kernel.text;

import java.text.Normalizer;
import java.util.Optional;
import org.tongqu.kernel.Outcome;

/**
 * The name of a person as registers write it: Han characters, also the rare ones beyond the basic plane; the middle dot
 * between the parts of a minority's name; or Latin letters with spaces, hyphens and apostrophes.
 *
 * <p>Prints itself masked. Han characters are never normalised: two forms of one character are two names.
 *
 * @param value 1 to 50 characters, counted as people count them
 */
public record PersonName(String value) {

    /** Why a text cannot be the name of a person. */
    public sealed interface Refusal {
        record Empty() implements Refusal {}

        record TooLong(int longest, int found) implements Refusal {}

        /**
         * A digit, a sign or a script that registers do not use for names.
         *
         * @param position counted from 1 in characters as people count them
         */
        record ForbiddenCharacter(int position, String character) implements Refusal {}

        /** A dot, hyphen, apostrophe or space that stands first, last or next to another one. */
        record MisplacedMark(int position, String mark) implements Refusal {}
    }

    /** The longest name the national population register holds. */
    public static final int LONGEST = 50;

    private static final int MIDDLE_DOT = '·';
    /** The dots that keyboards produce in its place: bullet, Japanese and half-width middle dot, hyphenation point. */
    private static final String OTHER_DOTS = "[•・･‧∙⋅]";

    public PersonName {
        if (findRefusal(value).isPresent()) {
            throw new IllegalArgumentException("Not the name of a person");
        }
    }

    /** Reads a name as people type it; other dots become the middle dot, runs of spaces one space. */
    public static Outcome<PersonName, Refusal> parse(String typed) {
        var spaced = typed.strip().replaceAll("[\\s\\u00a0\\u3000]+", " ").replaceAll(OTHER_DOTS, "·");
        var text = isHan(spaced) ? spaced.replaceAll(" ?· ?", "·") : Normalizer.normalize(spaced, Normalizer.Form.NFC);
        return findRefusal(text)
                .<Outcome<PersonName, Refusal>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new PersonName(text)));
    }

    /**
     * As shown to those who need not know it: {@code 王*明}, {@code 王*}, {@code 阿***·***}, {@code J*** S****}. The
     * family name stays, so that people find themselves on a list.
     */
    public String masked() {
        var points = value.codePoints().toArray();
        var hasMark = value.codePoints().anyMatch(PersonName::isMark);
        var out = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            var startsWord = i == 0 || (points[i - 1] == ' ' && Character.isLetter(points[i]));
            var endsShortName = i == points.length - 1 && i > 1 && !hasMark && isHan(value);
            out.appendCodePoint(startsWord || endsShortName || isMark(points[i]) ? points[i] : '*');
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return masked();
    }

    private static Optional<Refusal> findRefusal(String text) {
        var points = text.codePoints().toArray();
        if (points.length == 0) {
            return Optional.of(new Refusal.Empty());
        }
        if (points.length > LONGEST) {
            return Optional.of(new Refusal.TooLong(LONGEST, points.length));
        }
        for (int i = 0; i < points.length; i++) {
            var character = Character.toString(points[i]);
            if (isMark(points[i])) {
                if (i == 0 || i == points.length - 1 || isMark(points[i - 1])) {
                    return Optional.of(new Refusal.MisplacedMark(i + 1, character));
                }
            } else if (!isLetter(points[i])) {
                return Optional.of(new Refusal.ForbiddenCharacter(i + 1, character));
            }
        }
        return Optional.empty();
    }

    private static boolean isMark(int point) {
        return point == MIDDLE_DOT || point == ' ' || point == '-' || point == '\'' || point == '’';
    }

    private static boolean isLetter(int point) {
        var script = Character.UnicodeScript.of(point);
        return (script == Character.UnicodeScript.HAN && Character.isIdeographic(point))
                || (script == Character.UnicodeScript.LATIN && Character.isLetter(point));
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
