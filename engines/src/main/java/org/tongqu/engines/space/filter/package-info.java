/**
 * Filters of features in CQL2 (OGC 21-065r2), as text and as JSON, read into one tree that a store can ask by: comparisons of any
 * two values, {@code LIKE}, {@code IN}, {@code BETWEEN}, {@code IS NULL}, {@code CASEI} and {@code ACCENTI}, arithmetic, all
 * functions of shapes and times. Neither arrays nor functions of one's own.
 *
 * <p>In: text and which attributes there are. Out: a {@link org.tongqu.engines.space.filter.Filter}, or where it cannot be read
 * and why.
 */
@NullMarked
package org.tongqu.engines.space.filter;

import org.jspecify.annotations.NullMarked;
