package org.tongqu.design.form;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.design.Icon;

/**
 * A button that sends the form around it.
 *
 * @param name  the parameter that says which button was pressed; empty when there is only one
 * @param value its value
 * @param key   the key that presses it on the desk ({@code a} accepts, {@code d} decides); empty for none
 */
public record Button(String label, Weight weight, String name, String value, Optional<Icon> icon, String key) {

    /** {@code MAIN} is the seal: once on a page. */
    public enum Weight {
        MAIN("btn btn-main"),
        PLAIN("btn"),
        QUIET("btn btn-quiet"),
        GRAVE("btn btn-grave");

        private final String css;

        Weight(String css) {
            this.css = css;
        }

        public String css() {
            return css;
        }
    }

    public static Button main(String label) {
        return new Button(label, Weight.MAIN, "", "", Optional.empty(), "");
    }

    public static Button plain(String label) {
        return new Button(label, Weight.PLAIN, "", "", Optional.empty(), "");
    }

    public static Button quiet(String label) {
        return new Button(label, Weight.QUIET, "", "", Optional.empty(), "");
    }

    /** For what cannot be undone: withdraw, revoke, terminate. */
    public static Button grave(String label) {
        return new Button(label, Weight.GRAVE, "", "", Optional.empty(), "");
    }

    public Button sending(String newName, String newValue) {
        return new Button(label, weight, newName, newValue, icon, key);
    }

    public Button with(Icon newIcon) {
        return new Button(label, weight, name, value, Optional.of(newIcon), key);
    }

    public Button onKey(String newKey) {
        return new Button(label, weight, name, value, icon, newKey);
    }

    public @Nullable String keyOrNone() {
        return key.isEmpty() ? null : key;
    }

    public @Nullable String nameOrNone() {
        return name.isEmpty() ? null : name;
    }

    public @Nullable String valueOrNone() {
        return name.isEmpty() ? null : value;
    }
}
