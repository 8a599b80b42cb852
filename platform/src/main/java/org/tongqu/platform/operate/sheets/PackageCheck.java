package org.tongqu.platform.operate.sheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through the parts of a packed spreadsheet before anything reads them for good: how large they really are when
 * unpacked, whatever they say of themselves, by the same list of parts that the reader goes by, and whether they declare entities, which no spreadsheet program writes.
 */
final class PackageCheck {

    private static final long LARGEST_UNPACKED = 64L << 20;
    private static final int MOST_PARTS = 2_000;
    private static final int PROLOG = 4_096;

    private PackageCheck() {}

    /** Why the file is not read any further; empty when it may be. */
    static Optional<Unreadable> of(byte[] file) {
        var left = LARGEST_UNPACKED;
        var parts = 0;
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var part = zip.getInputStream(entry)) {
                    var prolog = part.readNBytes(PROLOG);
                    if (declares(prolog)) {
                        return Optional.of(Unreadable.DECLARES_ENTITIES);
                    }
                    left -= prolog.length + skipped(part, left);
                }
                if (++parts > MOST_PARTS || left <= 0) {
                    return Optional.of(Unreadable.UNPACKS_TOO_LARGE);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.of(Unreadable.BROKEN);
        }
        return parts == 0 ? Optional.of(Unreadable.BROKEN) : Optional.empty();
    }

    /** In whatever code the part is written: the zeros of wide characters are left out. */
    private static boolean declares(byte[] prolog) {
        var text = new String(prolog, ISO_8859_1).replace("\0", "").toUpperCase(Locale.ROOT);
        return text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
    }

    private static long skipped(InputStream part, long most) throws IOException {
        var buffer = new byte[1 << 16];
        long all = 0;
        for (int read = part.read(buffer); read >= 0 && all <= most; read = part.read(buffer)) {
            all += read;
        }
        return all;
    }
}
