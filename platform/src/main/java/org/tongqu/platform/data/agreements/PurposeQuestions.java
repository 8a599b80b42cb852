package org.tongqu.platform.data.agreements;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextField;

/**
 * What whoever opens somebody's data is asked first: for which purpose, and why (个人信息保护法 art. 6).
 *
 * @param words under which the texts have {@code purpose}, {@code why} and {@code why.hint}
 */
public record PurposeQuestions(String words) {

    /** The two questions as they were answered, each with what is wrong with it by its name. */
    public List<Field> fields(Texts texts, Map<String, String> sent, Map<String, String> wrong) {
        var purposes = Arrays.stream(Purpose.values())
                .map(purpose -> Choice.of(purpose.code(), texts.say("agreements.purpose." + purpose.code())))
                .toList();
        return List.of(
                new Select(
                        question(texts, "purpose", wrong),
                        purposes,
                        sent.getOrDefault("purpose", ""),
                        texts.say("catalog.choose")),
                TextField.of(
                        question(texts, "why", wrong).hint(texts.say(words + ".why.hint")),
                        sent.getOrDefault("why", "")));
    }

    private Question question(Texts texts, String name, Map<String, String> wrong) {
        return Question.of(texts, name, texts.say(words + "." + name)).wrong(wrong.getOrDefault(name, ""));
    }
}
