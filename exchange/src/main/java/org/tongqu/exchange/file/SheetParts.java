package org.tongqu.exchange.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipFile;

/**
 * Looks through the parts of a workbook before they are read for good: how large they really are when unpacked, and whether
 * they declare entities, which no spreadsheet program writes.
 */
final class SheetParts {

    private static final int MOST_PARTS = 2_000;
    private static final int PROLOG = 4_096;

    /** Rows of figures pack to a twentieth; nothing that people write packs to a hundredth. */
    private static final long TIMES = 100;

    private static final long ALWAYS = 16L << 20;

    /** Texts that stand in many cells are kept in memory by the reader. */
    private static final long SHARED = 64L << 20;

    private SheetParts() {}

    static void check(Path file) throws IOException, Unfit {
        var left = ALWAYS + Files.size(file) * TIMES;
        var parts = 0;
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                var most = entry.getName().endsWith("sharedStrings.xml") ? Math.min(left, SHARED) : left;
                try (var part = zip.getInputStream(entry)) {
                    var prolog = part.readNBytes(PROLOG);
                    if (declares(prolog)) {
                        throw new Unfit(BatchFault.of("entities", file.getFileName()));
                    }
                    var size = prolog.length + skipped(part, most);
                    left -= size;
                    if (++parts > MOST_PARTS || size > most || left <= 0) {
                        throw new Unfit(BatchFault.of("bomb", file.getFileName()));
                    }
                }
            }
        } catch (java.util.zip.ZipException | IllegalArgumentException broken) {
            throw new Unfit(BatchFault.of("sheet-broken", file.getFileName()));
        }
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
