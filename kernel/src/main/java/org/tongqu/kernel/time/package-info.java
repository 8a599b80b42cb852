/**
 * Statutory time: the working-day calendar with its make-up days, limits and when they end, periods of validity.
 *
 * <p>In: an imported table of holidays, an instant passed by the caller. Out: dates, or a refusal naming the year for
 * which there is no table. Never reads a clock and never guesses a holiday.
 */
@NullMarked
package org.tongqu.kernel.time;

import org.jspecify.annotations.NullMarked;
