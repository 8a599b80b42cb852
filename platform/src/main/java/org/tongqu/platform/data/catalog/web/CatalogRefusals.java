package org.tongqu.platform.data.catalog.web;

import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.data.catalog.CatalogRefusal;
import org.tongqu.platform.data.catalog.Fault;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Says why something was not done, and what to do instead. */
final class CatalogRefusals {

    private CatalogRefusals() {}

    static NoticeBanner say(Texts texts, CatalogRefusal refusal) {
        return switch (refusal) {
            case CatalogRefusal.Gone gone -> throw Words.notFound();
            case CatalogRefusal.MayNot(AccessRefusal.OtherOrganisation other) -> throw forbidden();
            case CatalogRefusal.MayNot(AccessRefusal.NotAnOfficer no) -> throw forbidden();
            case CatalogRefusal.MayNot(AccessRefusal.LooksOnly looks) -> error(texts, "looks-only");
            case CatalogRefusal.MayNot(AccessRefusal.RoleMissing(var needed)) ->
                error(texts, "role")
                        .saying(needed.stream()
                                .sorted()
                                .map(role -> texts.say("catalog.role." + role))
                                .collect(Collectors.joining(texts.say("catalog.or"))));
            case CatalogRefusal.Elsewhere(var state) ->
                error(texts, "elsewhere")
                        .saying(texts.say("catalog.refused.elsewhere.text", Words.of(texts, "state", state)));
            case CatalogRefusal.OwnWork own ->
                error(texts, "own-work").saying(texts.say("catalog.refused.own-work.text"));
            case CatalogRefusal.ReasonMissing missing -> error(texts, "reason");
            case CatalogRefusal.SecondSource(var element, var by) ->
                error(texts, "second-source")
                        .saying(texts.say("catalog.refused.second-source.text", element, by.value()));
            case CatalogRefusal.Faulty(var faults) ->
                error(texts, "faulty")
                        .saying(faults.stream().map(fault -> told(texts, fault)).collect(Collectors.joining(" ")));
        };
    }

    private static String told(Texts texts, Fault fault) {
        var part = texts.say("catalog.ask." + fault.part());
        var said = Words.fault(texts, fault);
        return fault.item() == 0
                ? texts.say("catalog.refused.part", part, said)
                : texts.say("catalog.refused.item", fault.item(), part, said);
    }

    private static NoticeBanner error(Texts texts, String key) {
        return NoticeBanner.error(texts.say("catalog.refused." + key));
    }

    private static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
