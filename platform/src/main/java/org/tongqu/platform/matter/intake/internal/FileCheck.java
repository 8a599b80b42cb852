package org.tongqu.platform.matter.intake.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.intake.ContentType;
import org.tongqu.platform.matter.intake.FileRefusal;

/** Tells what a file is by its content. The name and the type the browser sent are what somebody claims. */
public final class FileCheck {

    private FileCheck() {}

    /** The kind of the content, if it is one of the accepted and is whole. */
    public static Outcome<ContentType, FileRefusal> check(
            String fileName, byte[] content, List<ContentType> accepted, long limit) {
        if (content.length == 0) {
            return Outcome.refused(new FileRefusal.Empty());
        }
        if (content.length > limit) {
            return Outcome.refused(new FileRefusal.TooLarge(content.length, limit));
        }
        var found = kind(content);
        if (found.isEmpty()) {
            return Outcome.refused(new FileRefusal.Unrecognised(FileNames.extension(fileName)));
        }
        var type = found.get();
        if (!accepted.contains(type)) {
            return Outcome.refused(new FileRefusal.NotAccepted(type, accepted));
        }
        var wrong = switch (type) {
            case PDF -> PdfContent.problem(content);
            case JPEG -> JpegContent.problem(content);
            case PNG -> PngContent.problem(content);
            case OFD -> OfdContent.problem(content);
        };
        return wrong.<Outcome<ContentType, FileRefusal>>map(Outcome::refused).orElseGet(() -> Outcome.done(type));
    }

    private static Optional<ContentType> kind(byte[] content) {
        if (startsWith(content, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of(ContentType.PDF);
        }
        if (startsWith(content, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})) {
            return Optional.of(ContentType.JPEG);
        }
        if (startsWith(content, PngContent.signature())) {
            return Optional.of(ContentType.PNG);
        }
        if (OfdContent.isOne(content)) {
            return Optional.of(ContentType.OFD);
        }
        return Optional.empty();
    }

    static boolean startsWith(byte[] content, byte[] beginning) {
        if (content.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if (content[i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    /** Refuses a picture that would need more memory than any scan of a page does. */
    static Optional<FileRefusal> tooManyPixels(long width, long height) {
        var pixels = width * height;
        return pixels > MOST_PIXELS
                ? Optional.of(new FileRefusal.TooManyPixels(pixels, MOST_PIXELS))
                : Optional.empty();
    }

    /** An A3 page at 600 dots per inch. */
    private static final long MOST_PIXELS = 70_000_000;
}
