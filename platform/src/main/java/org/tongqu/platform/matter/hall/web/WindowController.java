package org.tongqu.platform.matter.hall.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.hall.Counter;
import org.tongqu.platform.matter.hall.CounterRefusal;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.matter.hall.ServiceWindow;
import org.tongqu.platform.matter.hall.WindowHelp;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.AssistRefusal;
import org.tongqu.platform.trust.identity.SignedIn;

/** A window from the inside: the clerk sits down, calls, serves, sends on. */
@Controller
class WindowController {

    private static final String WINDOW = "/desk/hall";

    private final Halls halls;
    private final Counter counter;
    private final WindowHelp help;
    private final WindowScreen screen;

    WindowController(Halls halls, Counter counter, WindowHelp help, WindowScreen screen) {
        this.halls = halls;
        this.counter = counter;
        this.help = help;
        this.screen = screen;
    }

    @GetMapping(WINDOW)
    Html window(PageFrame frame, HttpServletResponse response, @AuthenticationPrincipal SignedIn.Officer officer) {
        return draw(frame, response, officer);
    }

    @PostMapping(WINDOW)
    Object act(
            PageFrame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "0") int to) {
        var outcome = switch (act) {
            case "next" -> counter.next(officer);
            case "again" -> counter.again(officer);
            case "miss" -> counter.miss(officer);
            case "start" -> counter.start(officer);
            case "finish" -> counter.finish(officer);
            case "hand-on" -> counter.handOn(officer, to);
            case "pause" -> counter.pause(officer);
            case "resume" -> counter.resume(officer);
            case "leave" -> counter.leave(officer);
            default -> throw Words.notFound();
        };
        return answered(frame, response, officer, outcome);
    }

    @PostMapping(WINDOW + "/{hall}/{number}")
    Object sit(
            PageFrame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String hall,
            @PathVariable int number) {
        return answered(frame, response, officer, counter.sit(officer, hall, number));
    }

    /** Begins an application for whoever is being served; the forms are those of the portal. */
    @PostMapping(WINDOW + "/help")
    Object help(
            PageFrame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String service) {
        return switch (help.begin(officer, number, name, service)) {
            case Outcome.Done(var draft) -> Redirect.to("/drafts/" + draft.id());
            case Outcome.Refused(WindowHelp.Refusal why) ->
                draw(frame.noticing(List.of(say(frame.texts(), why))), response, officer)
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static NoticeBanner say(Texts texts, WindowHelp.Refusal why) {
        var key = switch (why) {
            case WindowHelp.Refusal.NobodyServed nobody -> "hall.help.nobody";
            case WindowHelp.Refusal.BadNumber bad -> "hall.help.bad-number";
            case WindowHelp.Refusal.ByIdentity(AssistRefusal.NoAccount none) -> "hall.help.no-account";
            case WindowHelp.Refusal.ByIdentity(AssistRefusal.OtherName other) -> "hall.help.other-name";
            case WindowHelp.Refusal.ByIntake intake -> "hall.help.not-begun";
        };
        return NoticeBanner.warning(texts.say(key));
    }

    private Object answered(
            PageFrame frame,
            HttpServletResponse response,
            SignedIn.Officer officer,
            Outcome<?, CounterRefusal> outcome) {
        if (outcome instanceof Outcome.Refused<?, CounterRefusal>(var refusal)) {
            return draw(frame.noticing(List.of(say(frame.texts(), refusal))), response, officer)
                    .with(HttpStatus.CONFLICT);
        }
        return Redirect.to(WINDOW);
    }

    private Html draw(PageFrame frame, HttpServletResponse response, SignedIn.Officer officer) {
        var seat = counter.windowOf(officer).filter(window -> officer.has(Halls.CLERK));
        if (seat.isEmpty()) {
            return seats(frame, officer);
        }
        var page = screen.page(frame, halls.hall(seat.get().hall()), seat.get());
        if (page.here().isEmpty()) {
            response.setHeader("Refresh", "20");
        }
        return Html.page("matter/hall/WindowPage", page);
    }

    private Html seats(PageFrame frame, SignedIn.Officer officer) {
        var texts = frame.texts();
        var own = officer.has(Halls.CLERK) ? halls.of(officer) : List.<HallPlan>of();
        var listed = own.stream()
                .map(plan -> new SeatsPage.OfHall(
                        plan.hall().code(),
                        Said.in(texts, plan.hall().name()),
                        counter.windows(plan).stream()
                                .map(window -> seat(texts, plan, window))
                                .toList()))
                .toList();
        return Html.page(
                "matter/hall/SeatsPage",
                new SeatsPage(
                        frame.titled(texts.say("hall.sit")).at("hall", Breadcrumbs.none()),
                        listed,
                        EmptyState.of(texts.say("hall.sit.none"), texts.say("hall.sit.none.text"))));
    }

    private static SeatsPage.Seat seat(Texts texts, HallPlan plan, ServiceWindow window) {
        return new SeatsPage.Seat(
                window.number(),
                texts.say("hall.window", window.number()),
                plan.lines().stream()
                        .filter(line -> window.lines().contains(line.code()))
                        .map(line -> Said.in(texts, line.name()))
                        .collect(Collectors.joining(texts.say("hall.and"))),
                window.clerk().map(ServiceWindow.Clerk::name).orElse(""));
    }

    private static NoticeBanner say(Texts texts, CounterRefusal refusal) {
        return NoticeBanner.warning(
                switch (refusal) {
                    case CounterRefusal.NotSeated not -> texts.say("hall.cannot.not-seated");
                    case CounterRefusal.NoSuchWindow none -> texts.say("hall.cannot.no-window");
                    case CounterRefusal.WindowTaken(var by) -> texts.say("hall.cannot.taken", by);
                    case CounterRefusal.Busy(var ticket) -> texts.say("hall.cannot.busy", ticket);
                    case CounterRefusal.Paused paused -> texts.say("hall.cannot.paused");
                    case CounterRefusal.NobodyWaits nobody -> texts.say("hall.cannot.nobody-waits");
                    case CounterRefusal.NobodyHere nobody -> texts.say("hall.cannot.nobody-here");
                });
    }
}
