package org.tongqu.platform.matter.intake.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tongqu.platform.matter.intake.ContentType;
import org.tongqu.platform.matter.intake.FileRefusal;

/** Whether bytes that begin like a PDF are one: it ends like one, can be opened, and runs nothing. */
final class PdfContent {

    /** Writers may append a few bytes; an archive glued behind is longer than this. */
    private static final int TAIL = 1024;

    private PdfContent() {}

    static Optional<FileRefusal> problem(byte[] content) {
        // Latin-1 keeps one byte one character, so that names in the file can be looked for.
        var text = new String(content, StandardCharsets.ISO_8859_1);
        var end = text.lastIndexOf("%%EOF");
        if (end < 0 || end < text.length() - TAIL || text.lastIndexOf("startxref", end) < 0 || !text.contains(" obj")) {
            return Optional.of(new FileRefusal.Damaged(ContentType.PDF));
        }
        if (hasName(text, "/Encrypt")) {
            return Optional.of(new FileRefusal.Encrypted());
        }
        if (hasName(text, "/JavaScript") || hasName(text, "/Launch") || hasName(text, "/JS")) {
            return Optional.of(new FileRefusal.ActiveContent());
        }
        return Optional.empty();
    }

    /** A PDF name ends at a delimiter, a space or a digit: {@code /Encrypt} is not {@code /EncryptMetadata}. */
    private static boolean hasName(String text, String name) {
        for (var at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            var after = at + name.length();
            if (after < text.length() && " \t\r\n\f\0/<([{".indexOf(text.charAt(after)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
