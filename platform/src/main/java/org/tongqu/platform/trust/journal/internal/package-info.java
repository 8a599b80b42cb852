/** The tables of the journal and the sealer that links them. */
@NullMarked
package org.tongqu.platform.trust.journal.internal;

import org.jspecify.annotations.NullMarked;
