/** Examples of the components in {@code design.view}. */
@NullMarked
package org.tongqu.design.examples.view;

import org.jspecify.annotations.NullMarked;
