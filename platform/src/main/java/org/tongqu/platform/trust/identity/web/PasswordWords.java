package org.tongqu.platform.trust.identity.web;

import org.tongqu.design.Texts;
import org.tongqu.platform.trust.identity.PasswordRefusal;

/** Says what is wrong with a new password. */
final class PasswordWords {

    private PasswordWords() {}

    static String of(Texts texts, PasswordRefusal refusal) {
        return switch (refusal) {
            case PasswordRefusal.TooShort(var least) -> texts.say("identity.weak.short", least);
            case PasswordRefusal.TooLong(var most) -> texts.say("identity.weak.long", most);
            case PasswordRefusal.TooFewKinds(var least) -> texts.say("identity.weak.kinds", least);
            case PasswordRefusal.TellsWhoYouAre tells -> texts.say("identity.weak.tells");
            case PasswordRefusal.TooCommon common -> texts.say("identity.weak.common");
            case PasswordRefusal.UsedBefore(var kept) -> texts.say("identity.weak.before", kept);
            case PasswordRefusal.PresentIsWrong wrong -> texts.say("identity.weak.present");
        };
    }
}
