/**
 * What would have become of a case under another definition: the same application, the same decisions taken in the same
 * time, another process, other tables, other limits. Where the other definition asks for what nobody ever decided, that
 * is said instead of guessed.
 */
@NullMarked
package org.tongqu.engines.cases.whatif;

import org.jspecify.annotations.NullMarked;
