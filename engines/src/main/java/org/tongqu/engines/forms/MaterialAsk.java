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
 * @param waivedBy     what registers must know for it to be unnecessary (免提交); empty where they never do
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
        List<Proof> waivedBy,
        Optional<Label> waiver) {

    public MaterialAsk {
        accept = List.copyOf(accept);
        waivedBy = List.copyOf(waivedBy);
    }

    /**
     * What a register must know. Nobody learns by it what a register says of somebody else: it must say the same as the
     * applicant, and of the applicant it may say anything.
     *
     * @param source register and field, e.g. {@code legal-person.name}
     * @param by     the answer with the number or code of whom it is about; empty for whoever is signed in
     * @param says   the answer that must be what the register says
     */
    public record Proof(String source, Optional<String> by, Optional<String> says) {}

    public boolean isRequired() {
        return answer == Field.Answer.REQUIRED;
    }
}
