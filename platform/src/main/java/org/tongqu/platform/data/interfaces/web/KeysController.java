package org.tongqu.platform.data.interfaces.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementPage;
import org.tongqu.platform.data.agreements.Agreements;
import org.tongqu.platform.data.agreements.Shelf;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.interfaces.Key;
import org.tongqu.platform.data.interfaces.KeyRefusal;
import org.tongqu.platform.data.interfaces.Keys;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Keys: made for a system, shown once, taken back. */
@Controller
class KeysController {

    private static final int PAGE = 30;
    private static final int AGREEMENTS = 100;

    private final Keys keys;
    private final Agreements agreements;
    private final Directory directory;
    private final Clock clock;

    KeysController(Keys keys, Agreements agreements, Directory directory, Clock clock) {
        this.keys = keys;
        this.agreements = agreements;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(Words.KEYS)
    Html list(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done) {
        return draw(Done.told(frame, "interfaces.done." + done), officer, Trail.of(after), Map.of(), "");
    }

    /** The page that answers shows the key; it cannot be shown again, so there is no other page to be led to. */
    @PostMapping(Words.KEYS)
    Html give(
            PageFrame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam Map<String, String> sent) {
        response.setHeader("Cache-Control", "no-store");
        var wanted = new Keys.Wanted(
                sent.getOrDefault("agreement", ""), sent.getOrDefault("label", ""), day(sent.getOrDefault("last", "")));
        return switch (keys.give(officer, wanted)) {
            case Outcome.Done<Keys.Given, KeyRefusal>(var given) ->
                draw(frame, officer, Trail.of(""), Map.of(), given.token());
            case Outcome.Refused<Keys.Given, KeyRefusal>(var why) ->
                draw(noticing(frame, why), officer, Trail.of(""), sent, "").with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static PageFrame noticing(PageFrame frame, KeyRefusal why) {
        var code = switch (why) {
            case KeyRefusal.MayNot no -> "may-not";
            case KeyRefusal.UnknownAgreement no -> "unknown-agreement";
            case KeyRefusal.NotPermitted no -> "not-permitted";
            case KeyRefusal.LabelWrong no -> "label-wrong";
            case KeyRefusal.ExpiryWrong no -> "expiry-wrong";
            case KeyRefusal.UnknownKey no -> "unknown-key";
        };
        return frame.noticing(List.of(NoticeBanner.error(frame.texts().say("interfaces.refused." + code))));
    }

    /** What is no day is one that is over. */
    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException notADay) {
            return LocalDate.EPOCH;
        }
    }

    @PostMapping(Words.KEYS + "/{id}/revoke")
    Object revoke(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable long id) {
        return switch (keys.revoke(officer, id)) {
            case Outcome.Done<Key, KeyRefusal> done -> Redirect.to(Words.KEYS + "?done=revoke");
            case Outcome.Refused<Key, KeyRefusal>(KeyRefusal.UnknownKey no) -> throw Words.notFound();
            case Outcome.Refused<Key, KeyRefusal> other -> throw Words.forbidden();
        };
    }

    private Html draw(PageFrame frame, SignedIn.Officer officer, Trail trail, Map<String, String> sent, String token) {
        if (!SharingPlace.isConcerned(officer)) {
            throw Words.forbidden();
        }
        var texts = frame.texts();
        var heading = texts.say("interfaces.keys");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("interfaces.heading"), Words.LIST), new Crumb(heading, ""));
        var shown = keys.list(officer, trail.number().orElse(Long.MAX_VALUE), PAGE);
        var now = clock.instant();
        return Html.page(
                "data/interfaces/KeysPage",
                new KeysPage(
                        frame.titled(heading).at("interfaces", crumbs),
                        token,
                        form(frame, officer, sent, now),
                        revocable(frame, officer, shown, now),
                        table(texts, shown, now),
                        pages(texts, shown, trail)));
    }

    private Optional<FormPage> form(PageFrame frame, SignedIn.Officer officer, Map<String, String> sent, Instant now) {
        if (!InterfacePlaces.isKeeper(officer)) {
            return Optional.empty();
        }
        var choices = agreed(officer, now).rows().stream()
                .map(agreement -> Choice.of(
                        agreement.id(),
                        agreement.id() + " " + agreement.subject().name()))
                .toList();
        return choices.isEmpty()
                ? Optional.empty()
                : Optional.of(new InterfaceForms(frame, sent, Map.of()).key(choices));
    }

    private AgreementPage agreed(SignedIn.Officer officer, Instant now) {
        return agreements.list(
                officer,
                new Shelf.Filter(Shelf.ASKED_BY_US, "", Optional.of(Agreement.State.ACTIVE)),
                LocalDate.ofInstant(now, WorkingCalendar.ZONE),
                new Agreements.Page("", AGREEMENTS));
    }

    private List<KeysPage.Revoking> revocable(PageFrame frame, SignedIn.Officer officer, List<Key> shown, Instant now) {
        return shown.stream()
                .filter(key -> key.isAlive(now) && keys.isRevocable(officer, key))
                .map(key -> new KeysPage.Revoking(
                        key.shown() + "… " + key.label(),
                        FormPage.of(
                                frame.texts(),
                                "",
                                FormPage.Send.to(Words.KEYS + "/" + key.id() + "/revoke", frame.csrf()),
                                List.of(),
                                Button.grave(frame.texts().say("interfaces.key.revoke")))))
                .toList();
    }

    private DataTable table(Texts texts, List<Key> shown, Instant now) {
        return new DataTable(
                texts,
                texts.say("interfaces.keys"),
                Words.columns(texts, "state", "key", "consumer", "resource", "made", "expires"),
                shown.stream()
                        .map(key -> Row.of(
                                new Cell.Lit(lamp(texts, key, now)),
                                new Cell.TwoLines(key.shown() + "…", key.label()),
                                new Cell.TwoLines(
                                        Words.office(
                                                texts, directory, key.under().consumer()),
                                        key.under().agreement()),
                                new Cell.Words(key.under().resource().value()),
                                new Cell.TwoLines(
                                        key.made().name(),
                                        texts.moment(key.made().at())),
                                new Cell.Words(texts.moment(key.expires()))))
                        .toList(),
                EmptyState.of(texts.say("interfaces.keys.empty"), texts.say("interfaces.keys.empty.text")),
                "");
    }

    private static Lamp lamp(Texts texts, Key key, Instant now) {
        if (key.revoked().isPresent()) {
            return new Lamp(Light.PAUSED, texts.say("interfaces.key.revoked"));
        }
        return key.isAlive(now)
                ? new Lamp(Light.FINE, texts.say("interfaces.key.alive"))
                : new Lamp(Light.DONE, texts.say("interfaces.key.expired"));
    }

    private static Pagination pages(Texts texts, List<Key> shown, Trail trail) {
        var next = Trail.next(shown, PAGE, Key::id);
        return ListAddress.of(Words.KEYS).pages(texts, trail, next, texts.say("interfaces.keys.shown", shown.size()));
    }
}
