package org.tongqu.engines.space.address;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The signs and words of addresses, from files beside this class. */
final class AddressWords {

    private AddressWords() {}

    static String text(String file) {
        try (var words = Objects.requireNonNull(AddressWords.class.getResourceAsStream(file))) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    static Map<String, String> read(String file) {
        var read = new Properties();
        try {
            read.load(new StringReader(text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        Map<String, String> words = new HashMap<>();
        read.forEach((key, value) -> words.put(key.toString(), value.toString()));
        return words;
    }
}
