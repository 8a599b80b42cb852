/**
 * What a case goes through, as a process drawn in BPMN 2.0: the model, its reader and the checks that find a broken
 * drawing before a case gets stuck in it.
 *
 * <p>In: a BPMN file. Out: a {@link org.tongqu.engines.cases.process.Process} that can be executed and drawn, or every
 * problem with file, line and what to do. Knows the shape of a process; does not know cases, people or dates.
 */
@NullMarked
package org.tongqu.engines.cases.process;

import org.jspecify.annotations.NullMarked;
