/** Examples of the components in {@code design.nav}. */
@NullMarked
package org.tongqu.design.examples.nav;

import org.jspecify.annotations.NullMarked;
