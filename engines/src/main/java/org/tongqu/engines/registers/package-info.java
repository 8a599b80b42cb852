/**
 * Registers as declared data: what a register is about, which sources speak for each of its attributes, and how one
 * record is made from what several sources say.
 *
 * <pre>
 * delivered ──► RecordCheck ──► statements (source, since, order) ──► GoldenRule ──► one record, and who disagrees
 * </pre>
 *
 * <p>In: {@code registers/*.yaml} of a pack, read by {@link org.tongqu.engines.packs.reading.RegisterReader}, and
 * statements. Out: faults of what was delivered, and golden records. Knows no store and no clock.
 */
@NullMarked
package org.tongqu.engines.registers;

import org.jspecify.annotations.NullMarked;
