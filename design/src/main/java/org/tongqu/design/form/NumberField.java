package org.tongqu.design.form;

/**
 * An amount with its unit. The value is text, so that what was typed wrongly is shown again as typed.
 *
 * @param unit  what stands after the field, {@code 万元}; empty for none
 * @param whole how many digits are sensible after the point
 */
public record NumberField(Question question, String value, String unit, Digits whole) implements Field {

    /** Decides which keys a phone shows. */
    public enum Digits {
        WHOLE("numeric"),
        DECIMAL("decimal");

        private final String keys;

        Digits(String keys) {
            this.keys = keys;
        }

        public String keys() {
            return keys;
        }
    }

    public static NumberField of(Question question, String value, String unit) {
        return new NumberField(question, value, unit, Digits.DECIMAL);
    }
}
