package org.tongqu.platform.matter.hall.web.declaring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.hall.DeclareRefusal;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.DeclaredHall;
import org.tongqu.platform.matter.hall.HallChange;
import org.tongqu.platform.matter.hall.HallDeclarations;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** Declares one part of a hall: asks with what stands, and again with what is wrong. */
@Controller
class PartController {

    private static final String FACTS = DeclaredController.LIST + "/{code}/{part:facts|standing|closing}";
    private static final String OF = DeclaredController.LIST + "/{code}/{part:lines|windows|hours}/{key}";
    private static final String PLACES = DeclaredController.LIST + "/{code}/places/{key}/{kind}";
    private static final List<Integer> LENGTHS = List.of(10, 15, 20, 30, 45, 60, 90, 120);

    private final HallDeclarations declarations;
    private final HallParts parts;

    PartController(HallDeclarations declarations, HallParts parts) {
        this.declarations = declarations;
        this.parts = parts;
    }

    /** Which part of which hall, and how long slots shall be; what an address does not name is empty. */
    record Address(String code, Optional<String> part, Optional<String> key, Optional<String> kind, String minutes) {

        static Address of(Map<String, String> named, String minutes) {
            return new Address(
                    named.getOrDefault("code", ""),
                    Optional.ofNullable(named.get("part")),
                    Optional.ofNullable(named.get("key")),
                    Optional.ofNullable(named.get("kind")),
                    minutes);
        }

        String path() {
            var rest = Stream.of(Optional.of(part.orElse(kind.isPresent() ? "places" : "facts")), key, kind)
                    .flatMap(Optional::stream)
                    .toList();
            return DeclaredController.LIST + "/" + code + "/" + String.join("/", rest);
        }
    }

    @GetMapping({FACTS, OF, PLACES})
    Html ask(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable Map<String, String> named,
            @RequestParam(defaultValue = "") String minutes) {
        DeclaredController.admit(officer);
        var address = Address.of(named, minutes);
        var known = declarations.find(officer, address.code()).orElseThrow(DeclaredController::notFound);
        var asked = parts.find(frame.texts(), known.plan(), address).orElseThrow(DeclaredController::notFound);
        return asking(frame, known, asked, address, asked.standing(known.plan()), Map.of());
    }

    @PostMapping({FACTS, OF, PLACES})
    Object declare(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable Map<String, String> named,
            @RequestParam MultiValueMap<String, String> form) {
        DeclaredController.admit(officer);
        var said = Sent.of(form);
        var address = Address.of(named, said.getOrDefault("minutes", ""));
        var code = address.code();
        var known = declarations.find(officer, code).orElseThrow(DeclaredController::notFound);
        var asked = parts.find(frame.texts(), known.plan(), address).orElseThrow(DeclaredController::notFound);
        Outcome<HallChange, Map<String, Mistake>> read =
                said.getOrDefault("act", "").equals("remove")
                        ? Outcome.done(asked.removal().orElseThrow(DeclaredController::notFound))
                        : asked.read(said, known.plan());
        var seen = Sent.number(said, "version");
        return switch (read.mapRefusal(DeclareRefusal.Wrong::new)
                .<Outcome<DeclaredHall, DeclareRefusal>>fold(
                        change -> declarations.change(officer, code, seen, change), Outcome::refused)) {
            case Outcome.Done<DeclaredHall, DeclareRefusal> done ->
                Redirect.to(DeclaredController.LIST + "/" + code + "?done=changed");
            case Outcome.Refused<DeclaredHall, DeclareRefusal>(var why) ->
                asking(
                                frame.noticing(Refusals.say(frame.texts(), why)),
                                declarations.find(officer, code).orElse(known),
                                asked,
                                address,
                                said,
                                Refusals.fields(why))
                        .with(Refusals.status(why));
        };
    }

    private static Html asking(
            PageFrame frame,
            DeclaredHall known,
            Part part,
            Address address,
            Map<String, String> said,
            Map<String, Mistake> mistakes) {
        var texts = frame.texts();
        var heading = part.heading(texts);
        var name = Said.in(texts, known.plan().hall().name());
        return Html.page(
                "matter/hall/DeclareFormPage",
                new DeclareFormPage(
                        frame.titled(heading).at("declared-halls", crumbs(texts, known, name, heading)),
                        heading,
                        part.lead(texts),
                        part instanceof PlacesPart places
                                ? Optional.of(lengths(texts, address, places.minutes()))
                                : Optional.empty(),
                        form(frame, known, part, address, new Asking(texts, said, mistakes))));
    }

    private static Breadcrumbs crumbs(Texts texts, DeclaredHall known, String name, String heading) {
        return Breadcrumbs.of(
                new Crumb(texts.say("hall.declare"), DeclaredController.LIST),
                new Crumb(name, DeclaredController.address(known.plan())),
                new Crumb(heading, ""));
    }

    private static FormPage form(PageFrame frame, DeclaredHall known, Part part, Address address, Asking asking) {
        var texts = frame.texts();
        var send = FormPage.Send.to(address.path(), frame.csrf()).along("version", String.valueOf(known.version()));
        var form = FormPage.of(
                texts,
                "",
                part instanceof PlacesPart places ? send.along("minutes", String.valueOf(places.minutes())) : send,
                new ArrayList<>(part.fields(asking, known.plan())),
                Button.main(texts.say("hall.declare.save")).sending("act", "save"));
        return part.removal().isPresent()
                ? form.also(Button.grave(part.removing(texts)).sending("act", "remove"))
                : form;
    }

    private static FilterBar lengths(Texts texts, Address address, int minutes) {
        var choices = Stream.concat(LENGTHS.stream(), Stream.of(minutes))
                .distinct()
                .sorted()
                .map(length -> Choice.of(String.valueOf(length), texts.say("hall.declare.length", length)))
                .toList();
        return new FilterBar(
                texts,
                address.path(),
                List.of(new FilterBar.Filter.OneOf(
                        "minutes",
                        texts.say("hall.declare.slot-length"),
                        choices,
                        String.valueOf(minutes),
                        texts.say("hall.declare.slot-length.now"))),
                List.of(),
                address.path());
    }
}
