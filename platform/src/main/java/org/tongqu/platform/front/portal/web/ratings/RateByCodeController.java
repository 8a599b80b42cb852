package org.tongqu.platform.front.portal.web.ratings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.front.portal.web.apply.AskPage;
import org.tongqu.platform.front.portal.web.progress.ReceiptHolders;
import org.tongqu.platform.front.portal.web.progress.ReceiptHolders.Shown;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.ratings.FollowUps;
import org.tongqu.platform.matter.ratings.Point;
import org.tongqu.platform.matter.ratings.RatedMatter;
import org.tongqu.platform.matter.ratings.Ratings;
import org.tongqu.platform.operate.web.Html;

/**
 * Rating without signing in, by the number and the code of the receipt: at home, or at a window on the visitor's side.
 * Asked by POST, so that the code stands in no address and no log.
 */
@Controller
class RateByCodeController {

    private static final String ADDRESS = "/rate";

    private final ReceiptHolders holders;
    private final Casework casework;
    private final Ratings ratings;
    private final FollowUps followUps;
    private final RateScreen screen;

    RateByCodeController(
            ReceiptHolders holders, Casework casework, Ratings ratings, FollowUps followUps, RateScreen screen) {
        this.holders = holders;
        this.casework = casework;
        this.ratings = ratings;
        this.followUps = followUps;
        this.screen = screen;
    }

    /** What is shown to be let in; {@code from} is {@code window} at a hall. */
    record Shows(String receipt, String code, String from) {}

    @GetMapping(ADDRESS)
    Html ask(PageFrame frame, @RequestParam(defaultValue = "") String from) {
        return asked(frame, new Shows("", "", from), HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    Html show(
            PageFrame frame,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String from) {
        var shows = new Shows(receipt, code, from);
        var atWindow = new RateForm(null, null, null, null, null, from);
        return with(
                frame, request, shows, matter -> page(frame, shows, matter, new RateScreen.Sent(atWindow, Map.of())));
    }

    @PostMapping(ADDRESS + "/give")
    Html rate(
            PageFrame frame,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String code,
            RateForm form) {
        var shows = new Shows(receipt, code, form.isAtWindow() ? "window" : "");
        return with(frame, request, shows, matter -> {
            var wrong = RateController.wrong(frame.texts(), form, given -> ratings.rate(matter, given));
            return wrong.isEmpty()
                    ? page(RateController.told(frame, "given"), shows, matter, RateScreen.Sent.NOTHING)
                    : page(frame, shows, matter, new RateScreen.Sent(form, wrong))
                            .with(HttpStatus.UNPROCESSABLE_CONTENT);
        });
    }

    @PostMapping(ADDRESS + "/give/answer")
    Html judge(PageFrame frame, HttpServletRequest request, @RequestParam Map<String, String> sent) {
        var shows = new Shows(part(sent, "receipt"), part(sent, "code"), "");
        return with(frame, request, shows, matter -> {
            Point.find(part(sent, "point"))
                    .ifPresent(at -> followUps.judge(
                            matter, at, RateController.satisfied(part(sent, "content"), part(sent, "words"))));
            return page(RateController.told(frame, "judged"), shows, matter, RateScreen.Sent.NOTHING);
        });
    }

    private static String part(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "");
    }

    private Html with(PageFrame frame, HttpServletRequest request, Shows shows, Function<RatedMatter, Html> then) {
        if (shows.receipt().isBlank() || shows.code().isBlank()) {
            return asked(frame, shows, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (holders.show(shows.receipt(), shows.code(), request.getRemoteAddr())) {
            case Shown.TooOften often -> refused(frame, shows, "portal.progress.often", HttpStatus.TOO_MANY_REQUESTS);
            case Shown.Unknown unknown -> refused(frame, shows, "portal.progress.unknown", HttpStatus.NOT_FOUND);
            case Shown.Fits(var applicant, var first, var rounds) ->
                casework.findCase(applicant, first.caseId())
                        .map(view -> then.apply(RatedMatter.byReceipt(view, rounds)))
                        .orElseGet(() -> refused(frame, shows, "portal.progress.unknown", HttpStatus.NOT_FOUND));
        };
    }

    private Html page(PageFrame frame, Shows shows, RatedMatter matter, RateScreen.Sent sent) {
        var way = new RateScreen.Way(
                ADDRESS + "/give", Map.of("receipt", shows.receipt(), "code", shows.code()), Optional.empty());
        return Html.page(
                "front/portal/RatePage",
                screen.page(frame.at("progress", crumbs(frame)), matter.view(), ratings.of(matter), way, sent));
    }

    private Html refused(PageFrame frame, Shows shows, String key, HttpStatus status) {
        var texts = frame.texts();
        var notice = NoticeBanner.error(texts.say(key)).saying(texts.say(key + ".text"));
        return asked(frame.noticing(List.of(notice)), shows, status);
    }

    private static Breadcrumbs crumbs(PageFrame frame) {
        var texts = frame.texts();
        return Breadcrumbs.of(
                new Crumb(texts.say("portal.place.home"), "/"), new Crumb(texts.say("portal.rate.title"), ""));
    }

    private static Html asked(PageFrame frame, Shows shows, HttpStatus status) {
        var texts = frame.texts();
        var title = texts.say("portal.rate.title");
        var missing = status == HttpStatus.UNPROCESSABLE_CONTENT;
        var number = Question.of(texts, "receipt", texts.say("portal.progress.receipt"))
                .hint(texts.say("portal.progress.receipt.hint"))
                .wrong(missing && shows.receipt().isBlank() ? texts.say("portal.progress.missing.receipt") : "");
        var code = Question.of(texts, "code", texts.say("portal.progress.code"))
                .hint(texts.say("portal.progress.code.hint"))
                .wrong(missing && shows.code().isBlank() ? texts.say("portal.progress.missing.code") : "");
        var send = FormPage.Send.to(ADDRESS, frame.csrf());
        var form = FormPage.of(
                        texts,
                        title,
                        shows.from().equals("window") ? send.along("from", "window") : send,
                        List.<Field>of(
                                TextField.of(number, shows.receipt())
                                        .kind(TextField.Kind.CREDIT_CODE)
                                        .upTo(40),
                                TextField.of(code, "")
                                        .kind(TextField.Kind.SHORT)
                                        .upTo(20)),
                        Button.main(texts.say("portal.rate.go")))
                .lead(texts.say("portal.rate.code.lead"));
        return Html.page(
                        "front/portal/AskPage",
                        new AskPage(
                                frame.titled(title).at("progress", crumbs(frame)), Optional.empty(), form, List.of()))
                .with(status);
    }
}
