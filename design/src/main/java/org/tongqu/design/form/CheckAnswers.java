package org.tongqu.design.form;

import java.util.List;
import org.tongqu.design.Texts;

/** Everything a person answered, before they send it: each answer with the way back to its question. */
public record CheckAnswers(Texts texts, List<Group> groups) {

    public record Group(String title, List<Answer> answers) {
        public Group {
            answers = List.copyOf(answers);
        }
    }

    /**
     * @param note   where the answer came from, if not from the person; may be empty
     * @param change the page that asks it again; empty when it cannot be changed
     */
    public record Answer(String question, String answer, String note, String change) {}

    public CheckAnswers {
        groups = List.copyOf(groups);
    }
}
