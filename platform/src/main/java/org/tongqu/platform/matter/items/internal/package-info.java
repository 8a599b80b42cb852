/** Where the items are kept and how a table of them is read. */
@NullMarked
package org.tongqu.platform.matter.items.internal;

import org.jspecify.annotations.NullMarked;
