package org.tongqu.exchange.source;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/** The character sets of MariaDB, for whoever gets texts as they are stored. */
public final class MariaDbTexts {

    /** Beyond it a cell is cut, so that its row is set aside. */
    public static final int LARGEST_CELL = MariaDbDialect.LARGEST_CELL;

    /** Those the server turns into UTF-8 by itself when a table is read. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("latin2", "ISO-8859-2"),
            Map.entry("latin5", "ISO-8859-9"),
            Map.entry("latin7", "ISO-8859-13"),
            Map.entry("greek", "ISO-8859-7"),
            Map.entry("cp1250", "windows-1250"),
            Map.entry("cp1251", "windows-1251"),
            Map.entry("cp1256", "windows-1256"),
            Map.entry("cp1257", "windows-1257"),
            Map.entry("koi8r", "KOI8-R"),
            Map.entry("koi8u", "KOI8-U"),
            Map.entry("utf32", "UTF-32BE"));

    private MariaDbTexts() {}

    /** @return nothing for a set whose bytes cannot be read here */
    public static Optional<Charset> encoding(String set) {
        return switch (set) {
            case "", "ascii", "utf8", "utf8mb3", "utf8mb4" -> Optional.of(UTF_8);
            case "ucs2", "utf16" -> Optional.of(UTF_16BE);
            case "utf16le" -> Optional.of(UTF_16LE);
            default ->
                Optional.ofNullable(MariaDbDialect.ENCODINGS.getOrDefault(set, OTHERS.get(set)))
                        .map(Charset::forName);
        };
    }
}
