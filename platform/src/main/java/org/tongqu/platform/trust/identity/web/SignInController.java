package org.tongqu.platform.trust.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.design.form.PasswordField;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextField;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.operate.web.Frames;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.LocalAddress;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.SignInCommand;
import org.tongqu.platform.trust.identity.SignInCommand.Browser;
import org.tongqu.platform.trust.identity.SignInRefusal;
import org.tongqu.platform.trust.identity.StartedSession;
import org.tongqu.platform.trust.identity.web.DoorPage.Way;

/** The two doors, and the way out. */
@Controller
class SignInController {

    private final Accounts accounts;
    private final Frames frames;
    private final SessionContext sessions;
    private final SessionCookie cookies;
    private final KeptPosts kept;

    SignInController(Accounts accounts, Frames frames, SessionContext sessions, SessionCookie cookies, KeptPosts kept) {
        this.accounts = accounts;
        this.frames = frames;
        this.sessions = sessions;
        this.cookies = cookies;
        this.kept = kept;
    }

    /** What was typed at a door, to be shown again. */
    private record Typed(Door door, String name, String back) {}

    @GetMapping({"/sign-in", "/desk/sign-in"})
    Object door(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String said) {
        var door = door(request);
        var here = sessions.who(request).filter(who -> !said.equals("other-door"));
        if (here.isPresent()) {
            return seeOther(after(door, back));
        }
        return page(request, new Typed(door, "", back), Optional.empty(), said);
    }

    @PostMapping({"/sign-in", "/desk/sign-in"})
    Object enter(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String back) {
        var typed = new Typed(door(request), name, back);
        if (name.isBlank() || password.isEmpty()) {
            return page(request, typed, Optional.empty(), "empty").with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var command = new SignInCommand(typed.door(), name, password, browser(request));
        return switch (accounts.signIn(command)) {
            case Outcome.Done<StartedSession, SignInRefusal>(var session) -> {
                cookies.session(request).ifPresent(accounts::signOut);
                cookies.setSession(response, session.token());
                yield seeOther(next(session, typed));
            }
            case Outcome.Refused<StartedSession, SignInRefusal>(var reason) ->
                page(request, typed, Optional.of(reason), "").with(status(reason));
        };
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> leave(HttpServletRequest request, HttpServletResponse response) {
        cookies.session(request).ifPresent(accounts::signOut);
        cookies.clearSession(response);
        return seeOther("/");
    }

    private String next(StartedSession session, Typed typed) {
        var on = kept.has(session.who().account()) ? "/account/continue" : after(typed.door(), typed.back());
        return session.passwordIsDue() ? Doorkeeper.passwordIsDue(on) : on;
    }

    private static String after(Door door, String back) {
        return back.isEmpty() ? door.behind() : LocalAddress.of(back);
    }

    private Html page(HttpServletRequest request, Typed typed, Optional<SignInRefusal> refusal, String said) {
        var frame = frames.frame(request, Shell.PORTAL);
        var texts = frame.texts();
        var stem = "identity." + typed.door().name().toLowerCase(Locale.ROOT);
        var title = texts.say(stem + ".title");
        var wrong = refusal.map(reason -> words(texts, reason)).orElse("");
        var name = Question.of(texts, "name", texts.say(stem + ".name"))
                .hint(texts.say(stem + ".name.hint"))
                .wrong(said.equals("empty") && typed.name().isBlank() ? texts.say("identity.name.missing") : wrong);
        var password = Question.of(texts, "password", texts.say("identity.password"))
                .wrong(said.equals("empty") && !typed.name().isBlank() ? texts.say("identity.password.missing") : "");
        var form = FormPage.of(
                        texts,
                        title,
                        Send.to(typed.door().path(), frame.csrf()).along("back", typed.back()),
                        List.of(
                                TextField.of(name, typed.name())
                                        .kind(TextField.Kind.SIGN_IN_NAME)
                                        .upTo(64),
                                new PasswordField(password, PasswordField.Use.CURRENT)),
                        Button.main(texts.say("identity.enter")))
                .lead(texts.say(stem + ".lead"));
        var notices = texts.knows("identity.said." + said)
                ? List.of(NoticeBanner.warning(texts.say("identity.said." + said))
                        .saying(texts.say("identity.said." + said + ".text")))
                : List.<NoticeBanner>of();
        return Html.page(
                DoorPage.TEMPLATE,
                new DoorPage(frame.titled(title).noticing(notices), Shell.PORTAL, form, ways(texts, typed.door())));
    }

    private static List<Way> ways(Texts texts, Door door) {
        return switch (door) {
            case CITIZEN ->
                List.of(
                        new Way(
                                texts.say("identity.way.register.lead"),
                                texts.say("identity.way.register"),
                                "/register"),
                        new Way(
                                texts.say("identity.way.desk.lead"),
                                texts.say("identity.way.desk"),
                                Door.OFFICER.path()));
            case OFFICER ->
                List.of(new Way(
                        texts.say("identity.way.portal.lead"), texts.say("identity.way.portal"), Door.CITIZEN.path()));
        };
    }

    private static String words(Texts texts, SignInRefusal refusal) {
        return switch (refusal) {
            case SignInRefusal.WrongNameOrPassword(var left) -> texts.say("identity.refused.wrong", left);
            case SignInRefusal.Locked(var until) -> texts.say("identity.refused.locked", texts.moment(until));
            case SignInRefusal.TooManyFromHere(var until) -> texts.say("identity.refused.address", texts.moment(until));
            case SignInRefusal.OneTimePasswordTooOld() -> texts.say("identity.refused.one-time");
        };
    }

    private static HttpStatus status(SignInRefusal refusal) {
        return switch (refusal) {
            case SignInRefusal.WrongNameOrPassword wrong -> HttpStatus.UNPROCESSABLE_CONTENT;
            case SignInRefusal.OneTimePasswordTooOld old -> HttpStatus.UNPROCESSABLE_CONTENT;
            case SignInRefusal.Locked locked -> HttpStatus.TOO_MANY_REQUESTS;
            case SignInRefusal.TooManyFromHere tooMany -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    private static Door door(HttpServletRequest request) {
        return request.getRequestURI().equals(Door.OFFICER.path()) ? Door.OFFICER : Door.CITIZEN;
    }

    static Browser browser(HttpServletRequest request) {
        return new Browser(
                request.getRemoteAddr(),
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
    }

    static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", address)
                .build();
    }
}
