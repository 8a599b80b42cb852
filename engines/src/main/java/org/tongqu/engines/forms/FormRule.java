package org.tongqu.engines.forms;

import java.util.Optional;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.kernel.text.Label;

/**
 * What must hold between several answers, e.g. that the shareholders' amounts add up to the capital.
 *
 * @param field   the question whose answer is to be put right, and so the page on which the message stands
 * @param when    the rule counts only when this holds
 * @param message what to tell the applicant, who cannot read {@code require}
 * @param basis   the law that says so; may be missing where it is plain sense
 */
public record FormRule(
        String id, String field, Optional<Expression> when, Expression require, Label message, Optional<Label> basis) {}
