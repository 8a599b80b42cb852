package org.tongqu.platform.data.catalog.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Something a data catalogue speaks about: all of it has an address, so that whoever harvests twice meets the same again.
 *
 * @param type its class, as a whole address
 */
record Thing(String address, String type, List<Statement> statements) {

    static final String DCAT = "http://www.w3.org/ns/dcat#";
    static final String DCT = "http://purl.org/dc/terms/";
    static final String FOAF = "http://xmlns.com/foaf/0.1/";
    static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    static final String VCARD = "http://www.w3.org/2006/vcard/ns#";
    static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    Thing {
        statements = List.copyOf(statements);
    }

    /** One thing said of it. */
    record Statement(String property, Value value) {}

    sealed interface Value {

        record Ref(String address) implements Value {}

        /** Words in a language. */
        record Said(String text, String language) implements Value {}

        /** @param type a whole address; empty for plain text */
        record Literal(String text, String type) implements Value {}
    }

    static Thing of(String address, String type) {
        return new Thing(fit(address), type, List.of());
    }

    /** What may not stand in an address is written as its number. */
    private static String fit(String address) {
        var written = new StringBuilder();
        address.codePoints().forEach(letter -> {
            if (letter <= 0x20 || "<>\"{}|^`\\".indexOf(letter) >= 0) {
                written.append(String.format("%%%02X", letter));
            } else {
                written.appendCodePoint(letter);
            }
        });
        return written.toString();
    }

    Thing with(String property, Value value) {
        var more = new ArrayList<>(statements);
        more.add(new Statement(property, value));
        return new Thing(address, type, more);
    }

    Thing saying(String property, String zh) {
        return with(property, new Value.Said(zh, "zh"));
    }

    Thing leading(String property, String other) {
        return with(property, new Value.Ref(fit(other)));
    }

    Thing plain(String property, String text) {
        return with(property, new Value.Literal(text, ""));
    }

    Thing day(String property, LocalDate day) {
        return with(property, new Value.Literal(day.toString(), XSD + "date"));
    }
}
