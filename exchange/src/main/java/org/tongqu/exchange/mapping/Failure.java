package org.tongqu.exchange.mapping;

import java.util.List;
import java.util.Locale;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.exchange.wire.Misfit;
import org.tongqu.kernel.text.Language;

/**
 * Why a row was set aside.
 *
 * @param rule the id of the flow's rule, or one of the rules every flow has: {@code type}, {@code required}, {@code
 *     codes}, {@code null-key}, {@code duplicate-key}, {@code refused-by-target}
 * @param column of the target, or of the source where the key is concerned
 * @param reason names a sentence in {@code texts/exchange}
 */
public record Failure(String rule, String column, String reason) {

    public static final String NULL_KEY = "null-key";
    public static final String DUPLICATE_KEY = "duplicate-key";
    public static final String REFUSED = "refused-by-target";

    private static final Sentences SENTENCES = Sentences.in("texts/exchange");

    static Failure misfit(String column, Misfit misfit) {
        return new Failure(
                "type", column, misfit.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Failure rule(String id, String column) {
        return new Failure(id, column, "rule");
    }

    public static Failure key(String rule, String column) {
        return new Failure(rule, column, rule);
    }

    /** The reason in words. */
    public String text(Language language) {
        return SENTENCES.say(language, reason, List.of(column, rule));
    }
}
