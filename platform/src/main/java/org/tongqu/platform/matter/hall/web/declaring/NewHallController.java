package org.tongqu.platform.matter.hall.web.declaring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.hall.DeclareRefusal;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.DeclaredHall;
import org.tongqu.platform.matter.hall.Hall;
import org.tongqu.platform.matter.hall.HallDeclarations;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.SignedIn;

/** Declares a hall that was not there before. */
@Controller
class NewHallController {

    private static final String NEW = DeclaredController.LIST + "/new";
    private static final Hall.Rules USUAL = new Hall.Rules(30, 15, 3, 90, 14);

    private final HallDeclarations declarations;

    NewHallController(HallDeclarations declarations) {
        this.declarations = declarations;
    }

    @GetMapping(NEW)
    Html ask(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        DeclaredController.admit(officer);
        var said = new LinkedHashMap<String, String>();
        said.put("organisation", officer.organisation());
        said.put("level", Hall.Level.DISTRICT.name());
        Sent.put(said, USUAL);
        return asking(frame, officer, said, Map.of());
    }

    @PostMapping(NEW)
    Object found(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam MultiValueMap<String, String> form) {
        DeclaredController.admit(officer);
        var said = Sent.of(form);
        return switch (read(officer, said).then(hall -> declarations.found(officer, hall))) {
            case Outcome.Done<DeclaredHall, DeclareRefusal>(var known) ->
                Redirect.to(DeclaredController.address(known.plan()) + "?done=found");
            case Outcome.Refused<DeclaredHall, DeclareRefusal>(var why) ->
                asking(frame.noticing(Refusals.say(frame.texts(), why)), officer, said, Refusals.fields(why))
                        .with(Refusals.status(why));
        };
    }

    private Outcome<Hall, DeclareRefusal> read(SignedIn.Officer officer, Map<String, String> said) {
        var runs = declarations.organisations(officer).stream()
                .filter(one -> one.code().equals(said.get("organisation")))
                .findFirst();
        var level = StandingPart.level(said.getOrDefault("level", ""));
        var above = Optional.ofNullable(said.get("parent")).filter(code -> !code.isEmpty());
        var wrong = new LinkedHashMap<String, Mistake>();
        if (runs.isEmpty()) {
            wrong.put("organisation", Mistake.UNKNOWN);
        }
        if (level.isEmpty()) {
            wrong.put("level", Mistake.UNKNOWN);
        }
        if (above.isPresent()
                && declarations.above().stream()
                        .noneMatch(plan -> plan.hall().code().equals(above.get()))) {
            wrong.put("parent", Mistake.UNKNOWN);
        }
        if (said.getOrDefault("zh", "").isBlank()) {
            wrong.put("zh", Mistake.MISSING);
        }
        return wrong.isEmpty()
                ? Outcome.done(hall(said, runs.orElseThrow(), level.orElseThrow(), above))
                : Outcome.refused(new DeclareRefusal.Wrong(wrong));
    }

    private static Hall hall(Map<String, String> said, Organisation runs, Hall.Level level, Optional<String> above) {
        return new Hall(
                said.getOrDefault("code", ""),
                new Label(said.getOrDefault("zh", ""), said.getOrDefault("en", "")),
                level,
                new Hall.Seat(runs.division(), runs.code(), above, said.getOrDefault("address", "")),
                Sent.rules(said));
    }

    private Html asking(
            PageFrame frame, SignedIn.Officer officer, Map<String, String> said, Map<String, Mistake> mistakes) {
        var texts = frame.texts();
        var heading = texts.say("hall.declare.new");
        var asking = new Asking(texts, said, mistakes);
        return Html.page(
                "matter/hall/DeclareFormPage",
                new DeclareFormPage(
                        frame.titled(heading).at("declared-halls", DeclaredController.crumbs(texts, heading)),
                        heading,
                        texts.say("hall.declare.new.lead"),
                        Optional.empty(),
                        FormPage.of(
                                texts,
                                "",
                                FormPage.Send.to(NEW, frame.csrf()),
                                fields(texts, officer, asking),
                                Button.main(texts.say("hall.declare.save")))));
    }

    private List<Field> fields(Texts texts, SignedIn.Officer officer, Asking asking) {
        var fields = new ArrayList<Field>();
        fields.add(asking.text("zh"));
        fields.add(asking.text("en"));
        fields.add(asking.text("code"));
        fields.add(asking.oneOf(
                "organisation",
                declarations.organisations(officer).stream()
                        .map(one -> Choice.of(one.code(), Said.in(texts, one.name())))
                        .toList()));
        fields.add(asking.oneOf("level", StandingPart.levels(texts)));
        fields.add(asking.oneOf("parent", StandingPart.parents(texts, declarations.above())));
        fields.add(asking.text("address"));
        fields.addAll(asking.rules());
        return fields;
    }
}
