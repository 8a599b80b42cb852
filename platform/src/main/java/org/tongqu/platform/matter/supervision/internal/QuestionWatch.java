package org.tongqu.platform.matter.supervision.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.use.Question;
import org.tongqu.platform.data.use.QuestionMoved;
import org.tongqu.platform.matter.supervision.Duties;
import org.tongqu.platform.matter.supervision.Duty;

/** What organisations owe to people whose data they looked at and who ask why: an answer. */
@Component
class QuestionWatch {

    private final Duties duties;

    QuestionWatch(Duties duties) {
        this.duties = duties;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(QuestionMoved moved) {
        var question = moved.question();
        if (question.due().isPresent()) {
            duties.begin(duty(question, question.due().get()));
        } else if (!question.isOpen()) {
            duties.end(id(question), moved.at());
        }
    }

    private static Duty duty(Question question, Question.Due due) {
        return new Duty(
                id(question),
                "data-question",
                question.id(),
                question.trace().of().register(),
                new Duty.Owed(question.organisation(), ""),
                "/desk/data-questions/" + question.id(),
                new Duty.Term(question.askedAt(), due.at()));
    }

    private static String id(Question question) {
        return Duty.named("data-question " + question.id());
    }
}
