/**
 * Figures of the product, measured from outside on the built program. {@code ./tongqu bench NAME} runs one; its last
 * line is one JSON object.
 */
@NullMarked
package org.tongqu.bench;

import org.jspecify.annotations.NullMarked;
