package org.tongqu.engines.forms;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.kernel.text.Label;

/**
 * A document the applicant hands in.
 *
 * @param accept       kinds of file by their usual ending, e.g. {@code pdf}; the content is checked to be one of these
 * @param maxMegabytes per file
 * @param waivedBy     the register that makes handing it in unnecessary when it knows the fact (免提交)
 * @param waiver       what to tell the applicant whose document is not needed
 */
public record MaterialAsk(
        String id,
        Label title,
        Field.Answer answer,
        List<String> accept,
        int maxMegabytes,
        int maxFiles,
        Label basis,
        Optional<Label> hint,
        Optional<Expression> when,
        Optional<String> waivedBy,
        Optional<Label> waiver) {

    public MaterialAsk {
        accept = List.copyOf(accept);
    }

    public boolean isRequired() {
        return answer == Field.Answer.REQUIRED;
    }
}
