package org.tongqu.platform.front.drafting.web;

import org.tongqu.design.Texts;
import org.tongqu.platform.matter.processes.DraftRefusal;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** Why something was refused, and what to do now. */
record DraftWords(Texts texts, Directory directory) {

    String say(DraftRefusal refusal) {
        return switch (refusal) {
            case DraftRefusal.Gone gone -> texts.say("drafting.refused.gone");
            case DraftRefusal.MayNot mayNot -> texts.say("drafting.refused.may-not");
            case DraftRefusal.Taken(var organisation, var name) ->
                texts.say(
                        "drafting.refused.taken",
                        Said.in(
                                texts,
                                directory.findOrganisation(organisation).map(found -> found.name()),
                                organisation),
                        name);
            case DraftRefusal.TooLarge(var most) -> texts.say("drafting.refused.too-large", String.valueOf(most >> 10));
            case DraftRefusal.Overtaken(var name, var at, var revision) ->
                texts.say("drafting.refused.overtaken", name, texts.moment(at));
            case DraftRefusal.Closed(var state) ->
                texts.say("drafting.refused.closed", texts.say("drafting.state." + state.code()));
            case DraftRefusal.Faulty(var problems) ->
                texts.say("drafting.refused.faulty", String.valueOf(problems.size()));
            case DraftRefusal.Unchanged unchanged -> texts.say("drafting.refused.unchanged");
            case DraftRefusal.NoteMissing missing -> texts.say("drafting.refused.note");
            case DraftRefusal.WhyMissing missing -> texts.say("drafting.refused.why");
            case DraftRefusal.OwnWork own -> texts.say("drafting.refused.own-work");
            case DraftRefusal.Moved moved -> texts.say("drafting.refused.moved");
        };
    }
}
