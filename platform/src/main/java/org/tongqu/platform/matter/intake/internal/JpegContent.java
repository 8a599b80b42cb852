package org.tongqu.platform.matter.intake.internal;

import java.util.Optional;
import org.tongqu.platform.matter.intake.ContentType;
import org.tongqu.platform.matter.intake.FileRefusal;

/** Walks the segments of a JPEG up to its first scan and looks for its end. */
final class JpegContent {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    /** Cameras pad the file behind its end mark. */
    private static final int TAIL = 4096;

    private JpegContent() {}

    static Optional<FileRefusal> problem(byte[] content) {
        int at = 2;
        boolean framed = false;
        while (at + 4 <= content.length) {
            if (byteAt(content, at) != 0xFF) {
                return damaged();
            }
            int marker = byteAt(content, at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == START_OF_SCAN) {
                return framed && endsWithin(content) ? Optional.empty() : damaged();
            }
            int length = twoBytes(content, at + 2);
            if (length < 2) {
                return damaged();
            }
            if (isFrame(marker)) {
                var refusal = frameProblem(content, at);
                if (refusal.isPresent()) {
                    return refusal;
                }
                framed = true;
            }
            at += 2 + length;
        }
        return damaged();
    }

    private static Optional<FileRefusal> frameProblem(byte[] content, int at) {
        if (at + 9 > content.length) {
            return damaged();
        }
        int height = twoBytes(content, at + 5);
        int width = twoBytes(content, at + 7);
        return width == 0 || height == 0 ? damaged() : FileCheck.tooManyPixels(width, height);
    }

    /** SOF0 to SOF15 without the tables (C4, CC) and the extension (C8) between them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean endsWithin(byte[] content) {
        for (int i = content.length - 2; i >= 0 && i >= content.length - TAIL; i--) {
            if (byteAt(content, i) == 0xFF && byteAt(content, i + 1) == END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }

    private static Optional<FileRefusal> damaged() {
        return Optional.of(new FileRefusal.Damaged(ContentType.JPEG));
    }

    private static int byteAt(byte[] content, int at) {
        return content[at] & 0xFF;
    }

    private static int twoBytes(byte[] content, int at) {
        return byteAt(content, at) << 8 | byteAt(content, at + 1);
    }
}
