package org.tongqu.platform.trust.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.design.form.PasswordField;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextField;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.Registration;
import org.tongqu.platform.trust.identity.RegistrationRefusal;
import org.tongqu.platform.trust.identity.web.DoorPage.Way;

/** Making a citizen's account. */
@Controller
class RegisterController {

    private final Accounts accounts;

    RegisterController(Accounts accounts) {
        this.accounts = accounts;
    }

    /** As typed; checked part by part. */
    record Typed(String name, String number, String mobile, String password, String again) {

        static final Typed NOTHING = new Typed("", "", "", "", "");

        Typed {
            name = name == null ? "" : name;
            number = number == null ? "" : number;
            mobile = mobile == null ? "" : mobile;
            password = password == null ? "" : password;
            again = again == null ? "" : again;
        }
    }

    @GetMapping("/register")
    Html ask(PageFrame frame) {
        return page(frame, Typed.NOTHING, Map.of());
    }

    @PostMapping("/register")
    Object register(PageFrame frame, HttpServletRequest request, @ModelAttribute Typed typed) {
        var wrong = new HashMap<String, String>();
        var texts = frame.texts();
        var name = PersonName.parse(typed.name());
        var number = CitizenNumber.parse(typed.number());
        var mobile = MobileNumber.parse(typed.mobile());
        if (!typed.password().equals(typed.again())) {
            wrong.put("again", texts.say("identity.register.again.wrong"));
        }
        if (name instanceof Outcome.Done<PersonName, ?>(var goodName)
                && number instanceof Outcome.Done<CitizenNumber, ?>(var goodNumber)
                && mobile instanceof Outcome.Done<MobileNumber, ?>(var goodMobile)
                && wrong.isEmpty()) {
            var registration = new Registration(goodName, goodNumber, goodMobile, typed.password());
            return switch (accounts.register(registration, SignInController.browser(request))) {
                case Outcome.Done<String, RegistrationRefusal> done ->
                    SignInController.seeOther(Door.CITIZEN.path() + "?said=registered");
                case Outcome.Refused<String, RegistrationRefusal>(var reason) ->
                    page(frame, typed, words(texts, reason)).with(HttpStatus.UNPROCESSABLE_CONTENT);
            };
        }
        note(wrong, "name", name, texts);
        note(wrong, "number", number, texts);
        note(wrong, "mobile", mobile, texts);
        return page(frame, typed, wrong).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static void note(Map<String, String> wrong, String field, Outcome<?, ?> parsed, Texts texts) {
        if (parsed instanceof Outcome.Refused) {
            wrong.put(field, texts.say("identity.register." + field + ".wrong"));
        }
    }

    private static Map<String, String> words(Texts texts, RegistrationRefusal refusal) {
        return switch (refusal) {
            case RegistrationRefusal.NotConfirmed no -> Map.of("name", texts.say("identity.refused.unconfirmed"));
            case RegistrationRefusal.NumberTaken taken -> Map.of("number", texts.say("identity.refused.number"));
            case RegistrationRefusal.MobileTaken taken -> Map.of("mobile", texts.say("identity.refused.mobile"));
            case RegistrationRefusal.WeakPassword(var why) -> Map.of("password", PasswordWords.of(texts, why));
            case RegistrationRefusal.TooManyFromHere(var until) ->
                Map.of("name", texts.say("identity.refused.address", texts.moment(until)));
        };
    }

    private static Html page(PageFrame frame, Typed typed, Map<String, String> wrong) {
        var texts = frame.texts();
        var title = texts.say("identity.register.title");
        List<Field> fields = List.of(
                TextField.of(question(texts, "name", wrong), typed.name())
                        .kind(TextField.Kind.PERSON)
                        .upTo(PersonName.LONGEST),
                TextField.of(question(texts, "number", wrong), typed.number())
                        .kind(TextField.Kind.CITIZEN_NUMBER)
                        .upTo(24),
                TextField.of(question(texts, "mobile", wrong), typed.mobile())
                        .kind(TextField.Kind.PHONE)
                        .upTo(20),
                new PasswordField(question(texts, "password", wrong), PasswordField.Use.NEW),
                new PasswordField(question(texts, "again", wrong), PasswordField.Use.NEW));
        var form = FormPage.of(
                        texts,
                        title,
                        Send.to("/register", frame.csrf()),
                        fields,
                        Button.main(texts.say("identity.register.send")))
                .lead(texts.say("identity.register.lead"));
        var ways = List.of(new Way(
                texts.say("identity.way.sign-in.lead"), texts.say("identity.way.sign-in"), Door.CITIZEN.path()));
        return Html.page(DoorPage.TEMPLATE, new DoorPage(frame.titled(title), Shell.PORTAL, form, ways));
    }

    private static Question question(Texts texts, String field, Map<String, String> wrong) {
        var stem = "identity.register." + field;
        var question = Question.of(texts, field, texts.say(stem)).wrong(wrong.getOrDefault(field, ""));
        question = texts.knows(stem + ".hint") ? question.hint(texts.say(stem + ".hint")) : question;
        return texts.knows(stem + ".why") ? question.why(texts.say(stem + ".why")) : question;
    }
}
