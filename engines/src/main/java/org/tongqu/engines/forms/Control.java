package org.tongqu.engines.forms;

import java.util.Locale;
import java.util.Optional;
import org.tongqu.engines.schema.Property;

/** How a question is asked, and so what kind of value its answer is. */
public enum Control {
    TEXT(Property.Type.TEXT),
    TEXTAREA(Property.Type.TEXT),
    NUMBER(Property.Type.NUMBER),
    MONEY(Property.Type.NUMBER),
    DATE(Property.Type.TEXT),
    RADIOS(Property.Type.TEXT),
    CHECKBOXES(Property.Type.ITEMS),
    SELECT(Property.Type.TEXT),
    /** A division picked step by step and the rest in words: {@code {division, detail}}. */
    ADDRESS(Property.Type.FIELDS),
    CITIZEN_NUMBER(Property.Type.TEXT),
    CREDIT_CODE(Property.Type.TEXT),
    PHONE(Property.Type.TEXT),
    EMAIL(Property.Type.TEXT),
    YES_NO(Property.Type.TRUTH);

    private final Property.Type type;

    Control(Property.Type type) {
        this.type = type;
    }

    public Property.Type type() {
        return type;
    }

    /** As written in a form file, e.g. {@code citizen-number}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean hasChoices() {
        return this == RADIOS || this == CHECKBOXES || this == SELECT;
    }

    public static Optional<Control> find(String code) {
        for (var control : values()) {
            if (control.code().equals(code)) {
                return Optional.of(control);
            }
        }
        return Optional.empty();
    }
}
