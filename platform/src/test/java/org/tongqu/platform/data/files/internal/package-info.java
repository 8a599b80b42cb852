/** Batches of files, with a real store and real folders. */
@NullMarked
package org.tongqu.platform.data.files.internal;

import org.jspecify.annotations.NullMarked;
