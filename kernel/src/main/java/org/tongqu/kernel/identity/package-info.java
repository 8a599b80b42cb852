/**
 * The numbers by which places, people, bodies and licences are known in China, each checked by its own standard.
 *
 * <p>In: what somebody typed or another system sent. Out: a value that is well formed, or a refusal that names the place
 * and what would be right there. Knows the arithmetic of the standards; does not know whether the place, person or body
 * exists: that is a question for a register.
 */
@NullMarked
package org.tongqu.kernel.identity;

import org.jspecify.annotations.NullMarked;
