package org.tongqu.platform.data.golden.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.golden.LinkRefusal;
import org.tongqu.platform.data.golden.Links;
import org.tongqu.platform.data.golden.Look;
import org.tongqu.platform.data.golden.internal.Linking.Came;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** The records of a register that may be of one thing, and opening two of them to decide. */
@Controller
class PairController {

    private static final int LISTED = 50;
    private static final String PAIRS = Words.LIST + "/{code}/pairs";

    private final GoldenRegisters registers;
    private final Links links;

    PairController(GoldenRegisters registers, Links links) {
        this.registers = registers;
        this.links = links;
    }

    private Register register(SignedIn.Officer officer, String code) {
        Words.admit(officer);
        var register = registers.find(code).filter(Register::isByEvidence).orElseThrow(Words::notFound);
        if (!links.mayLink(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return register;
    }

    @GetMapping(PAIRS)
    Html pairs(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String done) {
        return draw(Done.told(frame, "golden.pairs.done." + done), register(officer, code), Map.of(), Map.of());
    }

    @PostMapping(PAIRS + "/run")
    Object run(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String code) {
        var register = register(officer, code);
        return switch (links.run(officer, register)) {
            case Outcome.Done<Came, LinkRefusal> came -> Redirect.to(PairParts.address(register) + "?done=run");
            case Outcome.Refused<Came, LinkRefusal>(var refusal) -> refused(frame, register, Map.of(), refusal);
        };
    }

    @PostMapping(PAIRS + "/open")
    Object open(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @RequestParam Map<String, String> sent) {
        var register = register(officer, code);
        var purpose = Coded.find(Purpose.class, sent.getOrDefault("purpose", ""));
        var chosen = sent.getOrDefault(PairParts.CHOSEN, "");
        var id = chosen.matches("[0-9]{1,15}") ? Long.parseLong(chosen) : 0;
        return switch (links.open(officer, register, id, purpose, sent.getOrDefault("why", ""))) {
            case Outcome.Done<Look, LinkRefusal>(var look) -> Redirect.to(Words.LOOK + look.id());
            case Outcome.Refused<Look, LinkRefusal>(var refusal) -> refused(frame, register, sent, refusal);
        };
    }

    private Html refused(PageFrame frame, Register register, Map<String, String> sent, LinkRefusal refusal) {
        var texts = frame.texts();
        return draw(
                        frame.noticing(List.of(NoticeBanner.error(say(texts, refusal)))),
                        register,
                        sent,
                        wrong(texts, refusal))
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    static String say(Texts texts, LinkRefusal refusal) {
        return switch (refusal) {
            case LinkRefusal.MayNot may -> texts.say("golden.refused.may-not");
            case LinkRefusal.NoEvidence none -> texts.say("golden.refused.no-evidence");
            case LinkRefusal.TooMany(var most) -> texts.say("golden.refused.too-many", texts.number(most));
            case LinkRefusal.PurposeMissing missing -> texts.say("golden.refused.open");
            case LinkRefusal.ReasonMissing missing -> texts.say("golden.refused.reason");
            case LinkRefusal.Settled settled -> texts.say("golden.refused.settled");
        };
    }

    private static Map<String, String> wrong(Texts texts, LinkRefusal refusal) {
        return switch (refusal) {
            case LinkRefusal.PurposeMissing missing -> Map.of("purpose", texts.say("golden.wrong.purpose"));
            case LinkRefusal.ReasonMissing missing -> Map.of("why", texts.say("golden.wrong.why"));
            case LinkRefusal.Settled settled -> Map.of(PairParts.CHOSEN, say(texts, refusal));
            case LinkRefusal.MayNot may -> Map.of();
            case LinkRefusal.NoEvidence none -> Map.of();
            case LinkRefusal.TooMany many -> Map.of();
        };
    }

    private Html draw(PageFrame frame, Register register, Map<String, String> sent, Map<String, String> wrong) {
        var texts = frame.texts();
        var title = Words.said(texts, register.title());
        var heading = texts.say("golden.pairs.heading", title);
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("golden.heading"), Words.LIST),
                new Crumb(title, Words.LIST + "/" + register.code()),
                new Crumb(texts.say("golden.pairs"), ""));
        var waiting = links.waiting(register, LISTED);
        return Html.page(
                "data/golden/PairsPage",
                new PairsPage(
                        frame.titled(heading).at("golden", crumbs),
                        heading,
                        PairParts.waiting(texts, register, waiting),
                        PairParts.open(frame, register, waiting, sent, wrong),
                        PairParts.run(frame, register)));
    }
}
