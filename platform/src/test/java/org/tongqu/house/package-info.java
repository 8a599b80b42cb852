/**
 * The rules of the house, checked: who may use whom, and what a source file may look like. Every rule has a test in
 * which it finds a deliberate fault, because a rule that guards nothing always passes.
 */
@NullMarked
package org.tongqu.house;

import org.jspecify.annotations.NullMarked;
