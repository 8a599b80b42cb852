package org.tongqu.engines.packs.reading;

import java.util.List;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.kernel.text.Language;

/**
 * One thing that is wrong with a pack.
 *
 * @param file relative to the folder that was read, e.g. {@code forms/application.yaml}
 * @param line counted from 1
 * @param code names two sentences in {@code texts/engines/packs}: what is wrong, and {@code <code>.fix}
 */
public record PackProblem(String file, int line, Severity severity, String code, List<String> args) {

    private static final Sentences SENTENCES = Sentences.in("texts/engines/packs");

    /** Whether the pack can be used all the same. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public PackProblem {
        args = List.copyOf(args);
    }

    /** What is wrong, in Chinese and then in English. */
    public String text() {
        return text(Language.ZH) + " " + text(Language.EN);
    }

    /** What to do about it, in Chinese and then in English. */
    public String fix() {
        return fix(Language.ZH) + " " + fix(Language.EN);
    }

    public String text(Language language) {
        return SENTENCES.say(language, code, args);
    }

    public String fix(Language language) {
        return SENTENCES.say(language, code + ".fix", args);
    }

    @Override
    public String toString() {
        return file + ":" + line + " " + code + " " + args;
    }
}
