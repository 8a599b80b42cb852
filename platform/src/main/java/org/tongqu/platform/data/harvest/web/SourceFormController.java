package org.tongqu.platform.data.harvest.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.harvest.HarvestRefusal;
import org.tongqu.platform.data.harvest.HarvestRefusal.Mistake;
import org.tongqu.platform.data.harvest.Harvests;
import org.tongqu.platform.data.harvest.Source;
import org.tongqu.platform.data.harvest.Source.Audience;
import org.tongqu.platform.data.harvest.Source.Declared;
import org.tongqu.platform.data.harvest.Source.Kind;
import org.tongqu.platform.data.harvest.Source.Line;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** Naming a source, and naming it otherwise. */
@Controller
class SourceFormController {

    private static final String NEW = Words.LIST + "/new";
    private static final String EDIT = Words.LIST + "/{id:[0-9]{1,18}}/edit";
    private static final int NO_HOURS = -1;

    private final Harvests harvests;

    SourceFormController(Harvests harvests) {
        this.harvests = harvests;
    }

    @GetMapping(NEW)
    Html begin(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        admit(officer);
        var first = new Declared("", Kind.CKAN, "", Line.ENCRYPTED, Audience.EVERYBODY, 24);
        return asking(frame, "new", new SourceForm(frame, NEW, SourceForm.sent(first), Map.of()));
    }

    @PostMapping(NEW)
    Object name(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam Map<String, String> sent) {
        admit(officer);
        return switch (harvests.name(officer, declared(sent))) {
            case Outcome.Done<Source, HarvestRefusal>(var source) -> Redirect.to(Words.address(source) + "?done=name");
            case Outcome.Refused<Source, HarvestRefusal>(var why) -> wrong(frame, "new", NEW, sent, why);
        };
    }

    @GetMapping(EDIT)
    Html edit(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable long id) {
        admit(officer);
        var source = harvests.find(id).orElseThrow(Words::notFound);
        return asking(
                frame,
                "change",
                new SourceForm(frame, Words.address(source) + "/edit", SourceForm.sent(source.said()), Map.of()));
    }

    @PostMapping(EDIT)
    Object change(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable long id,
            @RequestParam Map<String, String> sent) {
        admit(officer);
        var source = harvests.find(id).orElseThrow(Words::notFound);
        return switch (harvests.change(officer, source, declared(sent))) {
            case Outcome.Done<Source, HarvestRefusal>(var changed) ->
                Redirect.to(Words.address(changed) + "?done=change");
            case Outcome.Refused<Source, HarvestRefusal>(var why) ->
                wrong(frame, "change", Words.address(source) + "/edit", sent, why);
        };
    }

    private static void admit(SignedIn.Officer officer) {
        if (!Harvests.isKeeper(officer)) {
            throw Words.forbidden();
        }
    }

    private static Html wrong(
            PageFrame frame, String heading, String action, Map<String, String> sent, HarvestRefusal why) {
        var mistakes = why instanceof HarvestRefusal.Wrong(var fields) ? fields : Map.<String, Mistake>of();
        return asking(frame, heading, new SourceForm(frame, action, sent, mistakes))
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Html asking(PageFrame frame, String heading, SourceForm form) {
        var texts = frame.texts();
        var title = texts.say("harvest." + heading);
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("harvest.heading"), Words.LIST), new Crumb(title, ""));
        return Html.page(
                "data/harvest/SourceFormPage",
                new SourceFormPage(frame.titled(title).at("harvest", crumbs), title, form.form()));
    }

    /** What is chosen from a list and is not in it becomes the first of it, as the form shows it again. */
    private static Declared declared(Map<String, String> sent) {
        var hours = said(sent, "every-hours");
        return new Declared(
                said(sent, "name"),
                Coded.find(Kind.class, said(sent, "kind")).orElse(Kind.CKAN),
                said(sent, "address"),
                Coded.find(Line.class, said(sent, "line")).orElse(Line.ENCRYPTED),
                Coded.find(Audience.class, said(sent, "audience")).orElse(Audience.OFFICERS),
                hours.matches("[0-9]{1,5}") ? Integer.parseInt(hours) : NO_HOURS);
    }

    private static String said(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}
