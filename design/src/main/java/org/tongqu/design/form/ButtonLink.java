package org.tongqu.design.form;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.design.Icon;

/**
 * A link that looks like the action it starts.
 *
 * @param key the key that follows it on the desk; empty for none
 */
public record ButtonLink(String label, String href, Button.Weight weight, Optional<Icon> icon, String key) {

    public static ButtonLink main(String label, String href) {
        return new ButtonLink(label, href, Button.Weight.MAIN, Optional.empty(), "");
    }

    public static ButtonLink plain(String label, String href) {
        return new ButtonLink(label, href, Button.Weight.PLAIN, Optional.empty(), "");
    }

    public static ButtonLink quiet(String label, String href) {
        return new ButtonLink(label, href, Button.Weight.QUIET, Optional.empty(), "");
    }

    public ButtonLink with(Icon newIcon) {
        return new ButtonLink(label, href, weight, Optional.of(newIcon), key);
    }

    public ButtonLink onKey(String newKey) {
        return new ButtonLink(label, href, weight, icon, newKey);
    }

    public @Nullable String keyOrNone() {
        return key.isEmpty() ? null : key;
    }
}
