package org.tongqu.design.form;

/** A secret. Never filled in by us. */
public record PasswordField(Question question, Use use) implements Field {

    /** Tells a password keeper what to do. */
    public enum Use {
        CURRENT("current-password"),
        NEW("new-password");

        private final String autocomplete;

        Use(String autocomplete) {
            this.autocomplete = autocomplete;
        }

        public String autocomplete() {
            return autocomplete;
        }
    }
}
