/** Batches of files, checked. */
@NullMarked
package org.tongqu.exchange.file;

import org.jspecify.annotations.NullMarked;
