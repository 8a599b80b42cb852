package org.tongqu.platform.data.interfaces;

import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.Texts;
import org.tongqu.design.TextsBundle;
import org.tongqu.platform.operate.web.Problem;

/** Why a call was not answered, as a machine reads it. */
@Component
public class CallProblems {

    private final TextsBundle texts;

    CallProblems(TextsBundle texts) {
        this.texts = texts;
    }

    public Problem of(CallRefusal refusal) {
        return new Problem(
                "urn:tongqu:interfaces:" + refusal.why().code(),
                refusal.why().status(),
                said(texts.in(Language.ZH), refusal),
                said(texts.in(Language.EN), refusal),
                refusal.again());
    }

    private static Problem.Said said(Texts texts, CallRefusal refusal) {
        var key = "interfaces.why." + refusal.why().code();
        return new Problem.Said(texts.say(key), texts.say(key + ".do", detail(texts, refusal)));
    }

    /** The state of an agreement, a purpose and what is wrong in an answer in words; all else as it is. */
    private static String detail(Texts texts, CallRefusal refusal) {
        return switch (refusal.why()) {
            case NOT_IN_FORCE -> word(texts, "agreements.state.", refusal.detail());
            case PURPOSE_MISSING, PURPOSE_OTHER -> refusal.detail();
            case ANSWER_WRONG -> {
                var parts = refusal.detail().split(" ");
                yield texts.say("interfaces.rule." + parts[0], parts[1], parts[2]);
            }
            default -> refusal.detail();
        };
    }

    private static String word(Texts texts, String list, String code) {
        return texts.knows(list + code) ? texts.say(list + code) : code;
    }
}
