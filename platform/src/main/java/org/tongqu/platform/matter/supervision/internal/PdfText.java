package org.tongqu.platform.matter.supervision.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.tongqu.platform.matter.supervision.EvidenceLine;

/**
 * A PDF 1.7 of plain lines and one attached file, the same bytes for the same words. The Chinese face is one every PDF
 * reader knows by name (Adobe-GB1, as in PDF 1.7 § 9.7.5.2), so none travels along; streams are not compressed, so that a
 * person can find the attachment with any editor.
 */
final class PdfText {

    private static final int WIDTH = 595;
    private static final int HEIGHT = 842;
    private static final int MARGIN = 56;
    private static final int HALF = 2;
    private static final double LEADING = 1.6;
    private static final String FACE = "/STSong-Light";

    private final List<byte[]> objects = new ArrayList<>();

    private PdfText() {}

    static byte[] of(List<EvidenceLine> lines, String attachmentName, byte[] attachment) {
        return new PdfText().written(lines, attachmentName, attachment);
    }

    /** Objects: 1 catalogue, 2 pages, 3–5 font, 6–7 attachment, then a page and its content in turn. */
    private byte[] written(List<EvidenceLine> lines, String name, byte[] attachment) {
        var pages = pages(lines);
        var kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(8 + 2 * i).append(" 0 R ");
        }
        add("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(" + name + ") 6 0 R] >> >> >>");
        add("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.size() + " >>");
        add("<< /Type /Font /Subtype /Type0 /BaseFont " + FACE
                + " /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>");
        add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont " + FACE
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /FontDescriptor 5 0 R"
                + " /DW 1000 /W [1 95 500 814 939 500] >>");
        add("<< /Type /FontDescriptor /FontName " + FACE + " /Flags 6 /FontBBox [-25 -254 1000 880]"
                + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
        add("<< /Type /Filespec /F (" + name + ") /UF (" + name + ") /EF << /F 7 0 R >> >>");
        add("<< /Type /EmbeddedFile /Subtype /application#2Fjson /Length " + attachment.length + " >>", attachment);
        for (int i = 0; i < pages.size(); i++) {
            add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + WIDTH + " " + HEIGHT
                    + "] /Resources << /Font << /F1 3 0 R >> >> /Contents " + (9 + 2 * i) + " 0 R >>");
            var content = pages.get(i).getBytes(US_ASCII);
            add("<< /Length " + content.length + " >>", content);
        }
        return joined();
    }

    private void add(String dictionary) {
        objects.add(dictionary.getBytes(US_ASCII));
    }

    private void add(String dictionary, byte[] stream) {
        var object = new ByteArrayOutputStream();
        object.writeBytes((dictionary + "\nstream\n").getBytes(US_ASCII));
        object.writeBytes(stream);
        object.writeBytes("\nendstream".getBytes(US_ASCII));
        objects.add(object.toByteArray());
    }

    private byte[] joined() {
        var file = new ByteArrayOutputStream();
        file.writeBytes("%PDF-1.7\n".getBytes(US_ASCII));
        var places = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            places.append(String.format("%010d 00000 n \n", file.size()));
            file.writeBytes(((i + 1) + " 0 obj\n").getBytes(US_ASCII));
            file.writeBytes(objects.get(i));
            file.writeBytes("\nendobj\n".getBytes(US_ASCII));
        }
        int count = objects.size() + 1;
        var end = "xref\n0 " + count + "\n" + places + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n"
                + file.size() + "\n%%EOF\n";
        file.writeBytes(end.getBytes(US_ASCII));
        return file.toByteArray();
    }

    /** The contents of the pages. */
    private static List<String> pages(List<EvidenceLine> lines) {
        var pages = new ArrayList<String>();
        var page = new StringBuilder();
        double y = HEIGHT - MARGIN;
        for (var line : lines) {
            int size = size(line.style());
            y -= line.style() == EvidenceLine.Style.SECTION ? size : 0;
            for (var row : rows(line.text(), size)) {
                if (y < MARGIN) {
                    pages.add(page.toString());
                    page = new StringBuilder();
                    y = HEIGHT - MARGIN;
                }
                page.append(
                        String.format(Locale.ROOT, "BT /F1 %d Tf %d %.1f Td <%s> Tj ET\n", size, MARGIN, y, hex(row)));
                y -= size * LEADING;
            }
        }
        pages.add(page.toString());
        return pages;
    }

    private static int size(EvidenceLine.Style style) {
        return switch (style) {
            case TITLE -> 18;
            case SECTION -> 13;
            case TEXT -> 10;
            case SMALL -> 8;
        };
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_16BE));
    }

    /** The text in rows that fit between the margins. */
    private static List<String> rows(String text, int size) {
        int most = (WIDTH - 2 * MARGIN) * HALF / size;
        var rows = new ArrayList<String>();
        var row = new StringBuilder();
        int used = 0;
        for (int sign : text.replaceAll("\\s+", " ").codePoints().toArray()) {
            int wide = sign < 0x80 ? 1 : HALF;
            if (used + wide > most) {
                rows.add(row.toString());
                row = new StringBuilder();
                used = 0;
            }
            row.appendCodePoint(sign);
            used += wide;
        }
        rows.add(row.toString());
        return rows;
    }
}
