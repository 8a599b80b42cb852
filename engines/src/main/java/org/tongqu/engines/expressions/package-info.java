/**
 * The small language in which packs write conditions: {@code outcome == 'accept' and count(shareholders) <= 50}.
 *
 * <p>In: one line of text. Out: an {@link org.tongqu.engines.expressions.Expression} that answers yes or no for a data
 * tree, or a problem with its column. It cannot loop, call out, change anything or fail: what is missing or of another
 * type simply does not hold. Used by processes (which way next) and by forms (which page, which rule). Knows the kernel
 * alone.
 */
@NullMarked
package org.tongqu.engines.expressions;

import org.jspecify.annotations.NullMarked;
