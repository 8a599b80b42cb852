/** The pages of the book of items on the desk. */
@NullMarked
package org.tongqu.platform.matter.items.web;

import org.jspecify.annotations.NullMarked;
