/** Examples of the components in {@code design.form}. */
@NullMarked
package org.tongqu.design.examples.form;

import org.jspecify.annotations.NullMarked;
