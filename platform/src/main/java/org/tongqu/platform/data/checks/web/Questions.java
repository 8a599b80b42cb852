package org.tongqu.platform.data.checks.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.checks.CheckRefusal.Fault;

/** What an officer is asked before a check is made. */
final class Questions {

    private static final int LONGEST = 2_000;
    private static final int ROWS = 5;
    private static final int MATTER = 40;
    private static final String GIVEN = "yes";

    private Questions() {}

    /** @param wrong what is wrong with an answer, by the name of its question */
    static FormPage form(PageFrame frame, String address, Map<String, String> sent, Map<String, String> wrong) {
        var texts = frame.texts();
        var purposes = Arrays.stream(Purpose.values())
                .map(purpose -> Choice.of(purpose.code(), texts.say("agreements.purpose." + purpose.code())))
                .toList();
        return FormPage.of(
                texts,
                "",
                FormPage.Send.to(address, frame.csrf()),
                List.of(
                        new TextArea(hinted(texts, "numbers", wrong), sent.getOrDefault("numbers", ""), ROWS, LONGEST),
                        TextField.of(hinted(texts, "matter", wrong), sent.getOrDefault("matter", ""))
                                .upTo(MATTER),
                        new Select(
                                hinted(texts, "purpose", wrong),
                                purposes,
                                sent.getOrDefault("purpose", ""),
                                texts.say("catalog.choose")),
                        new Checkboxes(
                                question(texts, "consent", wrong),
                                List.of(Choice.of(GIVEN, texts.say("checks.ask.consent.given"))),
                                sent.containsKey("consent") ? Set.of(GIVEN) : Set.of())),
                Button.main(texts.say("checks.ask")));
    }

    private static Question hinted(Texts texts, String name, Map<String, String> wrong) {
        return question(texts, name, wrong).hint(texts.say("checks.ask." + name + ".hint"));
    }

    private static Question question(Texts texts, String name, Map<String, String> wrong) {
        return Question.of(texts, name, texts.say("checks.ask." + name)).wrong(wrong.getOrDefault(name, ""));
    }

    static Map<String, String> wrong(Texts texts, List<Fault> faults) {
        Map<String, String> wrong = new HashMap<>();
        for (var fault : faults) {
            switch (fault) {
                case Fault.NumbersMissing none -> wrong.put("numbers", texts.say("checks.wrong.numbers"));
                case Fault.TooMany(var most) ->
                    wrong.put("numbers", texts.say("checks.wrong.too-many", texts.number(most)));
                case Fault.NoNumbers(var lines) -> wrong.put("numbers", lines(texts, lines));
                case Fault.MatterMissing none -> wrong.put("matter", texts.say("checks.wrong.matter"));
                case Fault.PurposeMissing none -> wrong.put("purpose", texts.say("checks.wrong.purpose"));
                case Fault.ConsentMissing none -> wrong.put("consent", texts.say("checks.wrong.consent"));
            }
        }
        return wrong;
    }

    private static String lines(Texts texts, List<Integer> lines) {
        return texts.say(
                "checks.wrong.lines",
                lines.stream().map(String::valueOf).collect(Collectors.joining(texts.say("checks.and"))));
    }
}
