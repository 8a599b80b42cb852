/**
 * Filters of features: a subset of CQL2 (OGC 21-065r2) in its text form, read into a tree that a store can ask by.
 *
 * <pre>
 * expression  = term {OR term}            term = factor {AND factor}         factor = [NOT] (( expression ) | predicate)
 * predicate   = name (= | &lt;&gt; | &lt; | &lt;= | &gt; | &gt;=) literal
 *             | name [NOT] LIKE 'pattern' | name [NOT] IN (literal, …) | name [NOT] BETWEEN number AND number
 *             | name IS [NOT] NULL
 *             | S_INTERSECTS(geometry, WKT) | S_WITHIN(geometry, WKT)
 * </pre>
 *
 * <p>In: text and which attributes there are. Out: a {@link org.tongqu.engines.space.filter.Filter}, or at which sign it
 * cannot be read and why.
 */
@NullMarked
package org.tongqu.engines.space.filter;

import org.jspecify.annotations.NullMarked;
