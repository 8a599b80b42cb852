package org.tongqu.exchange.file;

import java.util.List;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.kernel.text.Language;

/**
 * What is wrong with a batch, so that nothing of it was taken.
 *
 * @param code names a sentence {@code batch-…} in {@code texts/exchange}, and another one that says what to do
 * @param details what the sentence is about: a file, a line, what was expected
 */
public record BatchFault(String code, List<String> details) {

    private static final Sentences SENTENCES = Sentences.in("texts/exchange");

    public BatchFault {
        details = List.copyOf(details);
    }

    static BatchFault of(String code, Object... details) {
        return new BatchFault(
                code, List.of(details).stream().map(String::valueOf).toList());
    }

    /** What is wrong, in words. */
    public String text(Language language) {
        return SENTENCES.say(language, "batch-" + code, details);
    }

    /** What to do about it. */
    public String remedy(Language language) {
        return SENTENCES.say(language, "batch-" + code + ".fix", details);
    }
}
