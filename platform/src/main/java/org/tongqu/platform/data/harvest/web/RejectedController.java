package org.tongqu.platform.data.harvest.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.harvest.ForeignRecord;
import org.tongqu.platform.data.harvest.HarvestRefusal;
import org.tongqu.platform.data.harvest.Harvests;
import org.tongqu.platform.data.harvest.RejectedRecord;
import org.tongqu.platform.data.harvest.Source;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** A record that could not be taken over: why, what came, and trying again. */
@Controller
class RejectedController {

    private static final String ONE = Words.LIST + "/{source:[0-9]{1,18}}/rejected/{id:[0-9]{1,18}}";

    private final Harvests harvests;

    RejectedController(Harvests harvests) {
        this.harvests = harvests;
    }

    @GetMapping(ONE)
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable("source") long sourceId,
            @PathVariable long id) {
        Words.admit(officer);
        var source = harvests.find(sourceId).orElseThrow(Words::notFound);
        return draw(frame, officer, source, harvests.findRejected(source, id).orElseThrow(Words::notFound));
    }

    @PostMapping(ONE + "/retry")
    Object retry(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable("source") long sourceId,
            @PathVariable long id) {
        var source = harvests.find(sourceId).orElseThrow(Words::notFound);
        var rejected = harvests.findRejected(source, id).orElseThrow(Words::notFound);
        var texts = frame.texts();
        return switch (harvests.retry(officer, source, rejected)) {
            case Outcome.Done<ForeignRecord, HarvestRefusal> taken ->
                Redirect.to(Words.address(source) + "?done=retry");
            case Outcome.Refused<ForeignRecord, HarvestRefusal>(var why) -> {
                var said = switch (why) {
                    case HarvestRefusal.Still(var fault) -> Words.fault(texts, fault);
                    case HarvestRefusal.NotWhole whole -> texts.say("harvest.refused.not-whole");
                    case HarvestRefusal.Settled settled -> texts.say("harvest.refused.settled");
                    case HarvestRefusal.MayNot may -> throw Words.forbidden();
                    case HarvestRefusal.Running running -> throw new IllegalStateException(running.toString());
                    case HarvestRefusal.Wrong wrong -> throw new IllegalStateException(wrong.toString());
                };
                var banner =
                        NoticeBanner.error(texts.say("harvest.refused.retry")).saying(said);
                yield draw(frame.noticing(List.of(banner)), officer, source, rejected)
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private static Html draw(PageFrame frame, SignedIn.Officer officer, Source source, RejectedRecord rejected) {
        var texts = frame.texts();
        var title = texts.say("harvest.number", rejected.id());
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("harvest.heading"), Words.LIST),
                new Crumb(source.said().name(), Words.address(source)),
                new Crumb(title, ""));
        var mayRetry = Harvests.isKeeper(officer) && rejected.closed().isEmpty();
        return Html.page(
                "data/harvest/RejectedPage",
                new RejectedPage(
                        frame.titled(title).at("harvest", crumbs),
                        Words.fault(texts, rejected.fault()),
                        new KeyFacts(List.of(
                                Words.fact(
                                        texts,
                                        "identifier",
                                        rejected.identifier().isEmpty()
                                                ? texts.say("harvest.unnamed")
                                                : rejected.identifier()),
                                Words.fact(texts, "first", texts.moment(rejected.first())),
                                Words.fact(
                                        texts,
                                        "closed",
                                        rejected.closed().map(texts::moment).orElse("–")))),
                        rejected.raw().text(),
                        mayRetry ? Optional.of(retry(frame, rejected)) : Optional.empty()));
    }

    private static FormPage retry(PageFrame frame, RejectedRecord rejected) {
        var texts = frame.texts();
        return FormPage.of(
                        texts,
                        "",
                        FormPage.Send.to(Words.address(rejected) + "/retry", frame.csrf()),
                        List.of(),
                        Button.main(texts.say("harvest.retry")))
                .lead(texts.say("harvest.retry.lead"));
    }
}
