package org.tongqu.platform.operate.setup.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongqu.platform.operate.setup.Problem;

/**
 * One table of the folder as it was written: comma-separated (RFC 4180) with its columns' names in the first line, in UTF-8
 * or, as spreadsheet programs in China save it, in GB 18030.
 */
record Sheet(List<Line> lines, List<Problem> problems) {

    private static final Charset CHINESE = Charset.forName("GB18030");

    /** @param number of its first line, as editors count */
    record Line(String file, long number, Map<String, String> cells) {

        /** Without the spaces around it. */
        String cell(String column) {
            return cells.getOrDefault(column, "").strip();
        }

        Problem wrong(String what) {
            return new Problem(file, number, what);
        }
    }

    /** @return without lines when the folder has no such table */
    static Sheet read(Path folder, String file, List<String> columns) {
        var path = folder.resolve(file);
        if (!Files.exists(path)) {
            return new Sheet(List.of(), List.of());
        }
        var lines = new ArrayList<Line>();
        try (var reader = CsvReader.builder().detectBomHeader(false).ofNamedCsvRecord(text(path))) {
            for (var row : reader) {
                var missing = missing(row, columns);
                if (!missing.isEmpty()) {
                    return broken(
                            file,
                            "the first line does not name " + String.join(", ", missing) + "; it must name "
                                    + String.join(",", columns));
                }
                lines.add(new Line(file, row.getStartingLineNumber(), row.getFieldsAsMap()));
            }
        } catch (CsvParseException e) {
            return broken(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sheet(List.copyOf(lines), List.of());
    }

    private static Sheet broken(String file, String why) {
        return new Sheet(List.of(), List.of(new Problem(file, 0, why)));
    }

    private static List<String> missing(NamedCsvRecord row, List<String> columns) {
        return columns.stream()
                .filter(column -> !row.getHeader().contains(column))
                .toList();
    }

    private static String text(Path path) throws IOException {
        var bytes = Files.readAllBytes(path);
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUnicode) {
            return new String(bytes, CHINESE);
        }
    }
}
