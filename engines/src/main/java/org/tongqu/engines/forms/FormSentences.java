package org.tongqu.engines.forms;

import org.tongqu.engines.schema.FieldProblem;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.kernel.text.Language;

/** Says a problem in words: those of the pack where it has some, else those of {@code texts/engines/forms}. */
public final class FormSentences {

    private static final Sentences SENTENCES = Sentences.in("texts/engines/forms");

    private FormSentences() {}

    public static String say(FieldProblem problem, Language language) {
        return problem.said()
                .map(words -> words.in(language))
                .orElseGet(() -> SENTENCES.say(language, "problem." + problem.code(), problem.args()));
    }
}
