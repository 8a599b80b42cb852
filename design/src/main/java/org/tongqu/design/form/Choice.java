package org.tongqu.design.form;

/** One thing that can be chosen; an empty hint is not shown. */
public record Choice(String value, String label, String hint) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, "");
    }
}
