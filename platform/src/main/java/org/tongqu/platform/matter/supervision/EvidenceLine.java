package org.tongqu.platform.matter.supervision;

/** A line of an exported evidence, as a person reads it. */
public record EvidenceLine(Style style, String text) {

    public enum Style {
        TITLE,
        SECTION,
        TEXT,
        SMALL
    }

    public static EvidenceLine of(String text) {
        return new EvidenceLine(Style.TEXT, text);
    }

    public static EvidenceLine section(String text) {
        return new EvidenceLine(Style.SECTION, text);
    }

    public static EvidenceLine small(String text) {
        return new EvidenceLine(Style.SMALL, text);
    }
}
