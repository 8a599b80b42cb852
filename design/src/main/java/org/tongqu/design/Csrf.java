package org.tongqu.design;

/** The hidden field that proves that a form was sent from one of our own pages. */
public record Csrf(String name, String value) {

    /** For pages that send nothing but questions. */
    public static final Csrf NONE = new Csrf("", "");
}
