package org.tongqu.platform.data.demands.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.data.demands.DemandRefusal;
import org.tongqu.platform.data.demands.DemandRefusal.Wrong;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Says why something was not done, and what to do instead. */
final class DemandRefusals {

    private DemandRefusals() {}

    static NoticeBanner say(Texts texts, DemandRefusal refusal) {
        return switch (refusal) {
            case DemandRefusal.Gone gone -> throw Words.notFound();
            case DemandRefusal.MayNot(AccessRefusal.OtherOrganisation other) -> throw forbidden();
            case DemandRefusal.MayNot(AccessRefusal.NotAnOfficer no) -> throw forbidden();
            case DemandRefusal.MayNot(AccessRefusal.LooksOnly looks) -> error(texts, "looks-only");
            case DemandRefusal.MayNot(AccessRefusal.RoleMissing(var needed)) ->
                error(texts, "role")
                        .saying(needed.stream()
                                .sorted()
                                .map(role -> texts.say("catalog.role." + role))
                                .collect(Collectors.joining(texts.say("catalog.or"))));
            case DemandRefusal.Elsewhere(var state) ->
                error(texts, "elsewhere")
                        .saying(texts.say("demands.refused.elsewhere.text", Words.of(texts, "state", state)));
            case DemandRefusal.Faulty faulty -> error(texts, "faulty");
        };
    }

    static Map<String, Wrong> faults(DemandRefusal refusal) {
        return refusal instanceof DemandRefusal.Faulty(var faults) ? faults : Map.of();
    }

    private static NoticeBanner error(Texts texts, String key) {
        return NoticeBanner.error(texts.say("demands.refused." + key));
    }

    private static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
