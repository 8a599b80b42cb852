/**
 * What two flows delivered into one database, compared there by identifier: one statement of that database, and after the
 * first time only for keys that were written since. Knows flows and declared comparisons; keeps nothing.
 */
@NullMarked
package org.tongqu.exchange.crosscheck;

import org.jspecify.annotations.NullMarked;
