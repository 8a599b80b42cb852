/** Golden records: how fast sources become records, and how fast a past state is found. */
@NullMarked
package org.tongqu.bench.registers;

import org.jspecify.annotations.NullMarked;
