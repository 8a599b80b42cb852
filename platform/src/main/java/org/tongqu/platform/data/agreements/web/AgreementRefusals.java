package org.tongqu.platform.data.agreements.web;

import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.data.agreements.AgreementRefusal;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Says why something was not done, and what to do instead. */
final class AgreementRefusals {

    private AgreementRefusals() {}

    static NoticeBanner say(Texts texts, AgreementRefusal refusal) {
        return switch (refusal) {
            case AgreementRefusal.Gone gone -> throw Words.notFound();
            case AgreementRefusal.MayNot(AccessRefusal.OtherOrganisation other) -> throw forbidden();
            case AgreementRefusal.MayNot(AccessRefusal.NotAnOfficer no) -> throw forbidden();
            case AgreementRefusal.MayNot(AccessRefusal.LooksOnly looks) -> error(texts, "looks-only");
            case AgreementRefusal.MayNot(AccessRefusal.RoleMissing(var needed)) ->
                error(texts, "role")
                        .saying(needed.stream()
                                .sorted()
                                .map(role -> texts.say("catalog.role." + role))
                                .collect(Collectors.joining(texts.say("catalog.or"))));
            case AgreementRefusal.Elsewhere(var state) ->
                error(texts, "elsewhere")
                        .saying(texts.say("agreements.refused.elsewhere.text", Words.of(texts, "state", state)));
            case AgreementRefusal.NotShared(var basis) ->
                error(texts, "not-shared").saying(texts.say("agreements.refused.not-shared.text", basis));
            case AgreementRefusal.OwnResource own -> error(texts, "own");
            case AgreementRefusal.HasOne(var id) ->
                error(texts, "has-one").saying(texts.say("agreements.refused.has-one.text", id));
            case AgreementRefusal.Faulty faulty -> error(texts, "faulty");
        };
    }

    private static NoticeBanner error(Texts texts, String key) {
        return NoticeBanner.error(texts.say("agreements.refused." + key));
    }

    private static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
