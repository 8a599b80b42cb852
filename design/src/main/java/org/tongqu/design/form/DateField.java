package org.tongqu.design.form;

/**
 * A day. One input of type {@code date} sends {@code 2026-11-22}; where a browser does not know that type it
 * is a text field and the hint says how to write it. Days long ago (birth, founding) are quicker to type as
 * three numbers: those are sent as {@code name.year}, {@code name.month} and {@code name.day}.
 */
public record DateField(Question question, String value, Way way) implements Field {

    public enum Way {
        ONE_INPUT,
        THREE_INPUTS
    }

    public static DateField of(Question question, String isoDay) {
        return new DateField(question, isoDay, Way.ONE_INPUT);
    }

    public static DateField inThreeParts(Question question, String isoDay) {
        return new DateField(question, isoDay, Way.THREE_INPUTS);
    }

    public String year() {
        return part(0);
    }

    public String month() {
        return part(1);
    }

    public String day() {
        return part(2);
    }

    private String part(int place) {
        var parts = value.split("-", 3);
        return place < parts.length ? parts[place] : "";
    }
}
