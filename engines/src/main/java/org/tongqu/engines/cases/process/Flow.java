package org.tongqu.engines.cases.process;

import java.util.Optional;
import org.tongqu.engines.expressions.Expression;

/**
 * A sequence flow. Only flows out of an exclusive gateway have a condition.
 *
 * <p>Paths of a condition lead into the facts of the case; {@code outcome} is the outcome of the task last completed on
 * this way, and {@code outcomes.NODE} the last one of that task anywhere in the case.
 */
public record Flow(String id, String name, String from, String to, Optional<Expression> when) {}
