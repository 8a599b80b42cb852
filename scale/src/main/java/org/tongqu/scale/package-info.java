/**
 * Makes comparisons (比对) on a cluster of Apache Flink: by identifier and by evidence, from the declaration that the platform
 * makes them from in its own store, with the same findings.
 *
 * <p>In: a job, its flows, and how the databases of both are entered. Out: what does not agree. Knows {@code
 * exchange.crosscheck} and {@code engines.linkage}, whose statements, columns, patterns and weights it carries out in parts;
 * knows nothing of the platform, which never loads it.
 */
@NullMarked
package org.tongqu.scale;

import org.jspecify.annotations.NullMarked;
