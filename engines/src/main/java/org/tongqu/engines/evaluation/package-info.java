/**
 * How work is scored (绩效评估): a scheme of indicators as data, what was counted, and the scores and places that follow.
 *
 * <p>In: a scheme and amounts by the names of its measures. Out: sheets and rankings. Knows nothing of where amounts come
 * from.
 */
@NullMarked
package org.tongqu.engines.evaluation;

import org.jspecify.annotations.NullMarked;
