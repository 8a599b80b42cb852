package org.tongqu.platform.matter.intake.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import org.tongqu.platform.matter.intake.ContentType;
import org.tongqu.platform.matter.intake.FileRefusal;

/** Walks the chunks of a PNG, checks their sums, and that nothing stands behind the last. */
final class PngContent {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private PngContent() {}

    static byte[] signature() {
        return SIGNATURE.clone();
    }

    static Optional<FileRefusal> problem(byte[] content) {
        var bytes = ByteBuffer.wrap(content);
        bytes.position(SIGNATURE.length);
        boolean first = true;
        boolean pictured = false;
        while (bytes.remaining() >= 12) {
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining() - 8) {
                return damaged();
            }
            var chunk = bytes.position();
            var type = new String(content, chunk, 4, StandardCharsets.ISO_8859_1);
            if (first != type.equals("IHDR") || !sumIsRight(content, chunk, length)) {
                return damaged();
            }
            if (first) {
                var refusal = headProblem(bytes.slice(chunk + 4, length));
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
            first = false;
            pictured |= type.equals("IDAT");
            bytes.position(chunk + 4 + length + 4);
            if (type.equals("IEND")) {
                return pictured && !bytes.hasRemaining() ? Optional.empty() : damaged();
            }
        }
        return damaged();
    }

    private static Optional<FileRefusal> headProblem(ByteBuffer head) {
        if (head.remaining() != 13) {
            return damaged();
        }
        long width = Integer.toUnsignedLong(head.getInt());
        long height = Integer.toUnsignedLong(head.getInt());
        return width == 0 || height == 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE
                ? damaged()
                : FileCheck.tooManyPixels(width, height);
    }

    private static boolean sumIsRight(byte[] content, int chunk, int length) {
        var sum = new CRC32();
        sum.update(content, chunk, 4 + length);
        return (int) sum.getValue()
                == ByteBuffer.wrap(content, chunk + 4 + length, 4).getInt();
    }

    private static Optional<FileRefusal> damaged() {
        return Optional.of(new FileRefusal.Damaged(ContentType.PNG));
    }
}
