/** Every component in the states it must survive: gallery, tests and accessibility check use the same ones. */
@NullMarked
package org.tongqu.design.examples;

import org.jspecify.annotations.NullMarked;
