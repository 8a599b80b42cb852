package org.tongqu.platform.front.portal.web.ratings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.ratings.FollowUps;
import org.tongqu.platform.matter.ratings.FollowUps.Satisfied;
import org.tongqu.platform.matter.ratings.Given;
import org.tongqu.platform.matter.ratings.Point;
import org.tongqu.platform.matter.ratings.RateRefusal;
import org.tongqu.platform.matter.ratings.RatedMatter;
import org.tongqu.platform.matter.ratings.Ratings;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Rating one's own matter, signed in. */
@Controller
class RateController {

    private static final String PAGE = "front/portal/RatePage";

    private final Casework casework;
    private final Intake intake;
    private final Ratings ratings;
    private final FollowUps followUps;
    private final RateScreen screen;

    RateController(Casework casework, Intake intake, Ratings ratings, FollowUps followUps, RateScreen screen) {
        this.casework = casework;
        this.intake = intake;
        this.ratings = ratings;
        this.followUps = followUps;
        this.screen = screen;
    }

    @GetMapping("/my/cases/{receipt}/rate")
    Html ask(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String receipt,
            @RequestParam(defaultValue = "") String done) {
        return page(told(frame, done), find(who, receipt), RateScreen.Sent.NOTHING);
    }

    @PostMapping("/my/cases/{receipt}/rate")
    Object rate(PageFrame frame, @AuthenticationPrincipal Citizen who, @PathVariable String receipt, RateForm form) {
        var matter = find(who, receipt);
        var wrong = wrong(frame.texts(), form, given -> ratings.rate(matter, given));
        return wrong.isEmpty()
                ? Redirect.to(address(matter) + "?done=given")
                : page(frame, matter, new RateScreen.Sent(form, wrong)).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/my/cases/{receipt}/rate/answer")
    Object judge(
            @AuthenticationPrincipal Citizen who,
            @PathVariable String receipt,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String words) {
        var matter = find(who, receipt);
        Point.find(point).ifPresent(at -> followUps.judge(matter, at, satisfied(content, words)));
        return Redirect.to(address(matter) + "?done=judged");
    }

    static Satisfied satisfied(String content, String words) {
        return new Satisfied(content.equals("yes") ? Satisfied.Answer.YES : Satisfied.Answer.NO, words.strip());
    }

    /** Takes the rating if it can be read; says by part what is wrong with it. */
    static Map<String, String> wrong(Texts texts, RateForm form, Taking taking) {
        var wrong = new HashMap<String, String>();
        if (form.chosenPoint().isEmpty()) {
            wrong.put("point", texts.say("portal.rate.point.missing"));
        }
        if (form.chosenGrade().isEmpty()) {
            wrong.put("grade", texts.say("portal.rate.grade.missing"));
        }
        if (form.isTooLong()) {
            wrong.put("words", texts.say("portal.rate.words.long"));
        }
        if (form.isPhoneWrong()) {
            wrong.put("phone", texts.say("portal.rate.phone.wrong"));
        }
        form.given().ifPresent(given -> {
            if (taking.take(given) instanceof Outcome.Refused<?, RateRefusal>(var why)) {
                switch (why) {
                    case RateRefusal.RatedBefore before -> wrong.put("point", texts.say("portal.rate.before"));
                    case RateRefusal.NotOpen closed -> wrong.put("point", texts.say("portal.rate.closed"));
                    case RateRefusal.ReasonMissing none ->
                        wrong.put("reasons", texts.say("portal.rate.reasons.missing"));
                }
            }
        });
        return wrong;
    }

    /** Who takes a rating. */
    interface Taking {
        Outcome<?, RateRefusal> take(Given given);
    }

    static PageFrame told(PageFrame frame, String done) {
        var texts = frame.texts();
        return done.equals("given") || done.equals("judged")
                ? frame.noticing(List.of(NoticeBanner.success(texts.say("portal.rate.done." + done))))
                : frame;
    }

    private RatedMatter find(Citizen who, String receipt) {
        var view = ReceiptNumber.parse(receipt)
                .flatMap(number -> casework.findCase(who, number))
                .orElseThrow(Gone::notFound);
        return new RatedMatter(view, intake.submissions(view.head().receipt()).size(), who.doer());
    }

    private Html page(PageFrame frame, RatedMatter matter, RateScreen.Sent sent) {
        var texts = frame.texts();
        var item = Said.in(texts, matter.view().item());
        var mine = "/my/cases/" + matter.view().head().receipt();
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.my"), "/my"),
                new Crumb(item, mine),
                new Crumb(texts.say("portal.rate.title"), ""));
        var back = Optional.of(ButtonLink.quiet(texts.say("portal.rate.back"), mine));
        var way = new RateScreen.Way(address(matter), Map.of(), back);
        return Html.page(PAGE, screen.page(frame.at("my", crumbs), matter.view(), ratings.of(matter), way, sent));
    }

    private static String address(RatedMatter matter) {
        return "/my/cases/" + matter.view().head().receipt() + "/rate";
    }
}
