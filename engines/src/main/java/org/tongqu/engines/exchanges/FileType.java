package org.tongqu.engines.exchanges;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the values of a written file's column are, since a file declares nothing itself: {@code text}, {@code integer}, {@code
 * decimal(12,2)}, {@code float}, {@code boolean}, {@code date} or {@code timestamp}.
 *
 * @param digits of a decimal number, at most 38; 0 for any number of them
 * @param scale how many of them stand behind the point
 */
public record FileType(Kind kind, int digits, int scale) {

    public static final FileType TEXT = new FileType(Kind.TEXT, 0, 0);

    private static final Pattern SIZED = Pattern.compile("decimal\\(([0-9]{1,2}),([0-9]{1,2})\\)");
    private static final int MOST_DIGITS = 38;

    /** The kinds of values. */
    public enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        FLOAT,
        BOOLEAN,
        DATE,
        TIMESTAMP
    }

    /** A number of which nobody said how many digits it has; columns of some formats have to know. */
    public boolean isUnsized() {
        return kind == Kind.DECIMAL && digits == 0;
    }

    /** As a flow says it. */
    public String text() {
        var name = kind.name().toLowerCase(Locale.ROOT);
        return kind == Kind.DECIMAL && digits > 0 ? name + "(" + digits + "," + scale + ")" : name;
    }

    /** Reads what a flow says; nothing when it says none of them. */
    public static Optional<FileType> find(String said) {
        var sized = SIZED.matcher(said);
        if (sized.matches()) {
            var digits = Integer.parseInt(sized.group(1));
            var scale = Integer.parseInt(sized.group(2));
            return digits >= 1 && digits <= MOST_DIGITS && scale <= digits
                    ? Optional.of(new FileType(Kind.DECIMAL, digits, scale))
                    : Optional.empty();
        }
        for (var kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(said)) {
                return Optional.of(new FileType(kind, 0, 0));
            }
        }
        return Optional.empty();
    }
}
