package org.tongqu.platform.data.golden.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.agreements.PurposeQuestions;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.golden.Look;
import org.tongqu.platform.data.golden.LookRefusal;
import org.tongqu.platform.data.golden.Looks;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** One view of a person, a firm, a house, a place: begins with what for, and leads to the page of the record. */
@Controller
class ViewsController {

    static final String VIEWS = "/desk/views";

    private final GoldenRegisters registers;
    private final Looks looks;

    ViewsController(GoldenRegisters registers, Looks looks) {
        this.registers = registers;
        this.looks = looks;
    }

    @GetMapping(VIEWS)
    Html begin(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        Words.admit(officer);
        return draw(frame, Map.of(), Map.of());
    }

    @PostMapping(VIEWS)
    Object open(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam Map<String, String> sent) {
        Words.admit(officer);
        var texts = frame.texts();
        var register = registers.find(sent.getOrDefault("register", ""));
        if (register.isEmpty()) {
            return refused(frame, sent, Map.of("register", texts.say("golden.wrong.register")));
        }
        var purpose = Coded.find(Purpose.class, sent.getOrDefault("purpose", ""));
        return switch (looks.open(
                officer, register.get(), sent.getOrDefault("identifier", ""), purpose, sent.getOrDefault("why", ""))) {
            case Outcome.Done<Look, LookRefusal>(var look) -> Redirect.to(Words.LOOK + look.id());
            case Outcome.Refused<Look, LookRefusal>(var refusal) ->
                refused(frame, sent, RegisterController.wrong(texts, refusal));
        };
    }

    private Html refused(PageFrame frame, Map<String, String> sent, Map<String, String> wrong) {
        var notice = NoticeBanner.error(frame.texts().say("golden.refused.open"));
        return draw(frame.noticing(List.of(notice)), sent, wrong).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Html draw(PageFrame frame, Map<String, String> sent, Map<String, String> wrong) {
        var texts = frame.texts();
        var kinds = registers.registers().stream()
                .map(register -> Choice.of(register.code(), Words.said(texts, register.title())))
                .toList();
        List<Field> fields = new ArrayList<>(List.of(
                new Select(
                        question(texts, "register", texts.say("golden.views.register"), wrong),
                        kinds,
                        sent.getOrDefault("register", ""),
                        texts.say("catalog.choose")),
                TextField.of(
                                question(texts, "identifier", texts.say("golden.column.identifier"), wrong),
                                sent.getOrDefault("identifier", ""))
                        .upTo(60)));
        fields.addAll(new PurposeQuestions("golden.ask").fields(texts, sent, wrong));
        return Html.page(
                "data/golden/ViewsPage",
                new ViewsPage(
                        frame.titled(texts.say("golden.views")).at("golden.views", Breadcrumbs.none()),
                        FormPage.of(
                                texts,
                                "",
                                FormPage.Send.to(VIEWS, frame.csrf()),
                                fields,
                                Button.main(texts.say("golden.open")))));
    }

    private static Question question(Texts texts, String name, String words, Map<String, String> wrong) {
        return Question.of(texts, name, words).wrong(wrong.getOrDefault(name, ""));
    }
}
