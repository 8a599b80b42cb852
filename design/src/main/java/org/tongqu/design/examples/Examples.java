package org.tongqu.design.examples;

import java.util.List;
import org.tongqu.design.Texts;

/** One component in the states it must survive. */
public interface Examples {

    /** The template below {@code design/}, without its ending: {@code form/TextField}. */
    String template();

    /** @param texts the words of the gallery, in the reader's language */
    List<Example> in(Texts texts);

    /**
     * A state and the record that shows it.
     *
     * @param state how the gallery names it
     */
    record Example(String state, Object record) {

        /** @param state the last part of {@code gallery.state.…} */
        public static Example of(Texts texts, String state, Object record) {
            return new Example(texts.say("gallery.state." + state), record);
        }
    }
}
