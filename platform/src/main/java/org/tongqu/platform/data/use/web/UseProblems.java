package org.tongqu.platform.data.use.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.tongqu.design.TextsBundle;
import org.tongqu.platform.data.interfaces.CallProblems;
import org.tongqu.platform.data.use.UseRefusal;
import org.tongqu.platform.operate.web.Problem;

/** Why nothing of a register was given, as a machine reads it. */
@Component
class UseProblems {

    private final TextsBundle texts;
    private final CallProblems calls;

    UseProblems(TextsBundle texts, CallProblems calls) {
        this.texts = texts;
        this.calls = calls;
    }

    void write(HttpServletResponse response, UseRefusal refusal) throws IOException {
        problem(refusal).write(response);
    }

    private Problem problem(UseRefusal refusal) {
        return switch (refusal) {
            case UseRefusal.AtTheGate(var why) -> calls.of(why);
            case UseRefusal.Here(var why, var detail, var again) ->
                Problem.of(texts, "urn:tongqu:registers:" + why.code(), why.status(), "use.why." + why.code(), detail)
                        .again(again);
        };
    }
}
