/**
 * Calls of a department's interface through the whole platform (key, agreement, limits, every record checked and cut,
 * meters and journal), beside the same calls made to the department itself.
 */
@NullMarked
package org.tongqu.bench.interfaces;

import org.jspecify.annotations.NullMarked;
