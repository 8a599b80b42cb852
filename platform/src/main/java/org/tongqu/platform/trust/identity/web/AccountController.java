package org.tongqu.platform.trust.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
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
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.design.form.PasswordField;
import org.tongqu.design.form.Question;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.operate.web.Frames;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.LocalAddress;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.PasswordRefusal;
import org.tongqu.platform.trust.identity.SessionView;
import org.tongqu.platform.trust.identity.SignedIn;

/** One's own account: sessions, password, and what was typed when a session ended. */
@Controller
class AccountController {

    private final Accounts accounts;
    private final Frames frames;
    private final SessionCookie cookies;
    private final KeptPosts kept;

    AccountController(Accounts accounts, Frames frames, SessionCookie cookies, KeptPosts kept) {
        this.accounts = accounts;
        this.frames = frames;
        this.cookies = cookies;
        this.kept = kept;
    }

    @GetMapping("/account")
    Object account() {
        return SignInController.seeOther("/account/sessions");
    }

    @GetMapping("/account/sessions")
    Html sessions(
            HttpServletRequest request,
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String said) {
        var shell = shell(who);
        var frame = noticing(frames.frame(request, shell), said);
        var texts = frame.texts();
        var lines = accounts.sessions(who, cookies.session(request).orElse("")).stream()
                .map(session -> line(texts, session))
                .toList();
        var title = texts.say("identity.account.title");
        return Html.page(
                "trust/identity/SessionsPage", new SessionsPage(frame.titled(title), shell, who.name(), lines));
    }

    @PostMapping("/account/sessions/{id}/end")
    Object end(@AuthenticationPrincipal SignedIn who, @PathVariable long id) {
        var ended = accounts.endSession(who, id);
        return SignInController.seeOther("/account/sessions?said=" + (ended ? "session-ended" : "session-gone"));
    }

    @GetMapping("/account/password")
    Html password(
            HttpServletRequest request,
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String said) {
        var frame = noticing(frames.frame(request, shell(who)), said);
        return passwordPage(frame, shell(who), back, Wrong.NOTHING);
    }

    @PostMapping("/account/password")
    Object change(
            HttpServletRequest request,
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String again,
            @RequestParam(defaultValue = "") String back) {
        var frame = frames.frame(request, shell(who));
        var texts = frame.texts();
        if (!next.equals(again)) {
            return passwordPage(frame, shell(who), back, new Wrong("", "", texts.say("identity.register.again.wrong")))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var token = cookies.session(request).orElse("");
        var refusal = accounts.changePassword(who, present, next, token);
        if (refusal.isEmpty()) {
            return SignInController.seeOther(
                    back.isEmpty() ? "/account/sessions?said=password-changed" : LocalAddress.of(back));
        }
        var words = PasswordWords.of(texts, refusal.get());
        var ofPresent = refusal.get() instanceof PasswordRefusal.PresentIsWrong;
        return passwordPage(frame, shell(who), back, ofPresent ? new Wrong(words, "", "") : new Wrong("", words, ""))
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Gives back what was typed, as a form that is one press away from where it was going. */
    @GetMapping("/account/continue")
    Object carryOn(HttpServletRequest request, @AuthenticationPrincipal SignedIn who) {
        var post = kept.take(who.account());
        if (post.isEmpty()) {
            return SignInController.seeOther(
                    who instanceof SignedIn.Officer ? Door.OFFICER.behind() : Door.CITIZEN.behind());
        }
        var frame = frames.frame(request, shell(who));
        var texts = frame.texts();
        var send = Send.to(post.get().path(), frame.csrf());
        for (var field : post.get().fields()) {
            send = send.along(field.name(), field.value());
        }
        var title = texts.say("identity.continue.title");
        var form = new FormPage(
                texts,
                title,
                texts.say("identity.continue.lead"),
                send,
                List.of(),
                List.of(Button.main(texts.say("identity.continue.send"))));
        return Html.page(DoorPage.TEMPLATE, new DoorPage(frame.titled(title), shell(who), form, List.of()));
    }

    /** What is wrong at each of the three fields; empty where nothing is. */
    private record Wrong(String present, String next, String again) {
        static final Wrong NOTHING = new Wrong("", "", "");
    }

    /** @param back where the person was going when an old password stopped them; empty for those who came to change it */
    private static Html passwordPage(PageFrame frame, Shell shell, String back, Wrong wrong) {
        var texts = frame.texts();
        var title = texts.say("identity.change.title");
        var fields = new ArrayList<Field>();
        fields.add(new PasswordField(
                Question.of(texts, "present", texts.say("identity.change.present"))
                        .wrong(wrong.present()),
                PasswordField.Use.CURRENT));
        fields.add(new PasswordField(
                Question.of(texts, "next", texts.say("identity.change.next"))
                        .hint(texts.say(
                                shell == Shell.DESK ? "identity.change.hint.staff" : "identity.register.password.hint"))
                        .wrong(wrong.next()),
                PasswordField.Use.NEW));
        fields.add(new PasswordField(
                Question.of(texts, "again", texts.say("identity.register.again"))
                        .wrong(wrong.again()),
                PasswordField.Use.NEW));
        var form = FormPage.of(
                        texts,
                        title,
                        Send.to("/account/password", frame.csrf()).along("back", back),
                        fields,
                        Button.main(texts.say("identity.change.send")))
                .lead(texts.say("identity.change.lead"));
        return Html.page(DoorPage.TEMPLATE, new DoorPage(frame.titled(title), shell, form, List.of()));
    }

    private static SessionsPage.Line line(Texts texts, SessionView session) {
        return new SessionsPage.Line(
                session.id(),
                session.agent().isEmpty() ? texts.say("identity.account.unknown") : BrowserName.of(session.agent()),
                isHere(session.address()) ? texts.say("identity.account.here") : session.address(),
                texts.moment(session.startedAt()),
                texts.moment(session.seenAt()),
                session.current());
    }

    private static boolean isHere(String address) {
        return address.equals("127.0.0.1") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }

    private static PageFrame noticing(PageFrame frame, String said) {
        var texts = frame.texts();
        return texts.knows("identity.said." + said)
                ? frame.noticing(List.of(NoticeBanner.info(texts.say("identity.said." + said))
                        .saying(texts.say("identity.said." + said + ".text"))))
                : frame;
    }

    private static Shell shell(SignedIn who) {
        return who instanceof SignedIn.Officer ? Shell.DESK : Shell.PORTAL;
    }
}
