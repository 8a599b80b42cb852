/**
 * Words for people: the two languages of the interface, a text in both, names and telephone numbers.
 *
 * <p>In: what somebody typed. Out: checked values, or a refusal that says what is wrong with it. Personal values print
 * themselves masked; only {@code value()} tells the whole. Knows no file and no translation table.
 */
@NullMarked
package org.tongqu.kernel.text;

import org.jspecify.annotations.NullMarked;
