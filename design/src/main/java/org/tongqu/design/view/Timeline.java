package org.tongqu.design.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongqu.design.Texts;

/** The life of a matter: what was done, who has it now and until when, what is to come. */
public record Timeline(Texts texts, List<Step> steps) {

    public enum State {
        DONE,
        NOW,
        AHEAD;

        public String css() {
            return "step-" + name().toLowerCase(Locale.ROOT);
        }

        public String key() {
            return "design.timeline." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param who  the office or person; empty while nobody is known
     * @param when when it was done, or until when it will be, in words
     * @param text what was said or is to be done; may be empty
     */
    public record Step(State state, String title, String who, String when, String text, Optional<Lamp> lamp) {

        public static Step done(String title, String who, String when) {
            return new Step(State.DONE, title, who, when, "", Optional.empty());
        }

        public static Step now(String title, String who, String until, Lamp lamp) {
            return new Step(State.NOW, title, who, until, "", Optional.of(lamp));
        }

        public static Step ahead(String title, String who, String when) {
            return new Step(State.AHEAD, title, who, when, "", Optional.empty());
        }

        public Step saying(String newText) {
            return new Step(state, title, who, when, newText, lamp);
        }
    }

    public Timeline {
        steps = List.copyOf(steps);
    }
}
