package org.tongqu.platform.matter.intake._support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files made here and now by the JDK's own writers. */
public final class Files {

    private static final int HEADER_OF_IHDR = 8 + 4;

    private Files() {}

    public static byte[] pdf() {
        return pdfWith("");
    }

    /** A one-page document with something more in its catalogue. */
    public static byte[] pdfWith(String more) {
        return """
                %%PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R %s >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
                3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
                trailer << /Root 1 0 R /Size 4 >>
                startxref
                0
                %%%%EOF
                """.formatted(more).getBytes(ISO_8859_1);
    }

    /** A document of the national layout format, as small as it can be. */
    public static byte[] ofd() {
        return archive("OFD.xml", 100);
    }

    /** An archive with one entry of so many zeros, which press to nearly nothing. */
    public static byte[] archive(String name, int zeros) {
        try (var out = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            var block = new byte[1 << 16];
            for (int left = zeros; left > 0; left -= block.length) {
                zip.write(block, 0, Math.min(left, block.length));
            }
            zip.closeEntry();
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] png() {
        return picture("png");
    }

    public static byte[] jpeg() {
        return picture("jpg");
    }

    /** A picture whose head says it is this large; its sum is right. */
    public static byte[] pngClaiming(int width, int height) {
        var bytes = png();
        var buffer = ByteBuffer.wrap(bytes);
        buffer.putInt(HEADER_OF_IHDR + 4, width);
        buffer.putInt(HEADER_OF_IHDR + 8, height);
        var sum = new CRC32();
        sum.update(bytes, HEADER_OF_IHDR, 4 + 13);
        buffer.putInt(HEADER_OF_IHDR + 4 + 13, (int) sum.getValue());
        return bytes;
    }

    public static byte[] glued(byte[] front, int behind) {
        var both = Arrays.copyOf(front, front.length + behind);
        Arrays.fill(both, front.length, both.length, (byte) 'x');
        return both;
    }

    private static byte[] picture(String format) {
        var picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            picture.setRGB(x, x * 3 / 4, 0x336699);
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
