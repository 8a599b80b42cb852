/** What a database says of itself: its tables and their columns. No row of it is read. */
@NullMarked
package org.tongqu.exchange.inventory;

import org.jspecify.annotations.NullMarked;
