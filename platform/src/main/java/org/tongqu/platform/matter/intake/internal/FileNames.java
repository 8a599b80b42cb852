package org.tongqu.platform.matter.intake.internal;

import java.text.Normalizer;
import java.util.Locale;
import org.tongqu.platform.matter.intake.ContentType;

/** Makes of the name a browser sent one that can be shown, stored and handed out again. */
public final class FileNames {

    private static final int LONGEST_STEM = 80;

    private FileNames() {}

    /** The last part of the path without control and direction marks, with the ending its content deserves. */
    public static String clean(String sent, ContentType type) {
        var plain = Normalizer.normalize(sent, Normalizer.Form.NFC);
        var last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        var shown = new StringBuilder();
        last.codePoints().filter(FileNames::isPrintable).forEach(shown::appendCodePoint);
        var stem = shown.toString().strip();
        var dot = stem.lastIndexOf('.');
        if (dot >= 0 && stem.length() - dot <= 6) {
            stem = stem.substring(0, dot);
        }
        stem = stem.replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (stem.codePointCount(0, stem.length()) > LONGEST_STEM) {
            stem = stem.substring(0, stem.offsetByCodePoints(0, LONGEST_STEM));
        }
        return (stem.isEmpty() ? "file" : stem) + "." + type.extension();
    }

    /** What stands behind the last dot, in small letters; empty when there is none. */
    static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 || name.length() - dot > 9 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Control and format characters hide what a name is: U+202E turns {@code exe.pdf} around. */
    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> "<>:\"|?*".indexOf(character) < 0;
        };
    }
}
