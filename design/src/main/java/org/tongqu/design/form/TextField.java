package org.tongqu.design.form;

/**
 * One line of text.
 *
 * @param maxLength characters the browser lets in; the server checks again
 */
public record TextField(Question question, String value, Kind kind, int maxLength) implements Field {

    /** What is typed, so that a phone shows the right keys and a browser may fill it in. */
    public enum Kind {
        PLAIN("text", "text", "", Width.FULL),
        ORGANISATION("text", "text", "organization", Width.FULL),
        ADDRESS("text", "text", "street-address", Width.FULL),
        PERSON("text", "text", "name", Width.HALF),
        PHONE("tel", "tel", "tel", Width.HALF),
        EMAIL("email", "email", "email", Width.HALF),
        CITIZEN_NUMBER("text", "text", "off", Width.HALF),
        CREDIT_CODE("text", "text", "off", Width.HALF),
        SIGN_IN_NAME("text", "text", "username", Width.FULL),
        CODE("text", "numeric", "one-time-code", Width.SHORT),
        SHORT("text", "text", "off", Width.SHORT);

        private final String type;
        private final String keys;
        private final String autocomplete;
        private final Width width;

        Kind(String type, String keys, String autocomplete, Width width) {
            this.type = type;
            this.keys = keys;
            this.autocomplete = autocomplete;
            this.width = width;
        }

        public String type() {
            return type;
        }

        public String keys() {
            return keys;
        }

        public String autocomplete() {
            return autocomplete;
        }

        public Width width() {
            return width;
        }
    }

    /** The width of a field tells how long an answer is expected. */
    public enum Width {
        FULL("w-full"),
        HALF("w-half"),
        SHORT("w-short");

        private final String css;

        Width(String css) {
            this.css = css;
        }

        public String css() {
            return css;
        }
    }

    public static TextField of(Question question, String value) {
        return new TextField(question, value, Kind.PLAIN, 200);
    }

    public TextField kind(Kind newKind) {
        return new TextField(question, value, newKind, maxLength);
    }

    public TextField upTo(int characters) {
        return new TextField(question, value, kind, characters);
    }
}
