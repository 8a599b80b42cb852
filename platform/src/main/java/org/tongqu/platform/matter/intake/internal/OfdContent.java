package org.tongqu.platform.matter.intake.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tongqu.platform.matter.intake.ContentType;
import org.tongqu.platform.matter.intake.FileRefusal;

/**
 * Looks into an archive that says it is an OFD document: it has {@code OFD.xml} at its root and unfolds to no more than
 * a document does. Other archives are no kind of file at all here.
 */
final class OfdContent {

    private static final byte[] SIGNATURE = {'P', 'K', 3, 4};
    private static final String ROOT = "OFD.xml";
    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final int MOST_ENTRIES = 5_000;
    private static final int FLAG_ENCRYPTED = 1;
    private static final int DIRECTORY_END = 22;
    private static final int DIRECTORY_END_SIGNATURE = 0x06054B50;

    private OfdContent() {}

    /** Whether it is an archive in which the document's root is named; what is in it is looked at later. */
    static boolean isOne(byte[] content) {
        return FileCheck.startsWith(content, SIGNATURE)
                && new String(content, StandardCharsets.ISO_8859_1).contains(ROOT);
    }

    static Optional<FileRefusal> problem(byte[] content) {
        if (!endsWithItsDirectory(content)) {
            return damaged();
        }
        if ((content[6] & FLAG_ENCRYPTED) != 0) {
            return Optional.of(new FileRefusal.Encrypted());
        }
        try (var archive = new ZipInputStream(new ByteArrayInputStream(content))) {
            return read(archive);
        } catch (IOException | IllegalArgumentException broken) {
            return damaged();
        }
    }

    /** The directory of an archive stands at its end and says where it begins: nothing is cut off or glued on. */
    private static boolean endsWithItsDirectory(byte[] content) {
        int end = content.length - DIRECTORY_END;
        if (end < 0) {
            return false;
        }
        var bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.getInt(end) == DIRECTORY_END_SIGNATURE
                && Integer.toUnsignedLong(bytes.getInt(end + 12)) + Integer.toUnsignedLong(bytes.getInt(end + 16))
                        == end;
    }

    private static Optional<FileRefusal> read(ZipInputStream archive) throws IOException {
        var buffer = new byte[1 << 16];
        long unfolded = 0;
        int entries = 0;
        boolean rooted = false;
        for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            var name = entry.getName();
            if (++entries > MOST_ENTRIES || name.contains("..") || isProgram(name)) {
                return Optional.of(new FileRefusal.ActiveContent());
            }
            rooted |= name.equals(ROOT);
            for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
                unfolded += read;
                if (unfolded > MOST_BYTES) {
                    return Optional.of(new FileRefusal.UnfoldsHuge(MOST_BYTES));
                }
            }
        }
        return rooted ? Optional.empty() : damaged();
    }

    private static boolean isProgram(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".exe") || small.endsWith(".js") || small.endsWith(".bat") || small.endsWith(".dll");
    }

    private static Optional<FileRefusal> damaged() {
        return Optional.of(new FileRefusal.Damaged(ContentType.OFD));
    }
}
