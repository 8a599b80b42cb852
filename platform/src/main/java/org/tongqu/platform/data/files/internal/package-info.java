/** Where batches are kept and how they are checked. */
@NullMarked
package org.tongqu.platform.data.files.internal;

import org.jspecify.annotations.NullMarked;
