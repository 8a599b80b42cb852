/**
 * Batches of files that departments deliver: what a manifest says, whether it is true, and how a file is read row by row
 * whatever its size.
 *
 * <p>In: a folder with a manifest and its files, the open key of the sender. Out: a {@link org.tongqu.exchange.file.Manifest} that
 * is true, or a {@link org.tongqu.exchange.file.BatchFault} that says what to mend. Knows nothing of targets.
 */
@NullMarked
package org.tongqu.exchange.file;

import org.jspecify.annotations.NullMarked;
