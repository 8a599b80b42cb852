package org.tongqu.design;

import java.util.function.Supplier;

/**
 * The hidden field that proves that a form was sent from one of our own pages.
 *
 * @param source asked only when a page has a form: asking gives a stranger's browser a cookie
 */
public record Csrf(String name, Supplier<String> source) {

    /** For pages that send nothing but questions. */
    public static final Csrf NONE = new Csrf("", "");

    public Csrf(String name, String value) {
        this(name, () -> value);
    }

    public String value() {
        return source.get();
    }
}
