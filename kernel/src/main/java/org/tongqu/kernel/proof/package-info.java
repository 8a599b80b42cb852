/**
 * What lets an outsider check later that nothing was changed: chained hashes, and sealed fields that can still be found.
 *
 * <p>In: bytes and keys passed by the caller. Out: digests, sealed bytes. Knows neither where keys are kept nor what the
 * bytes mean.
 */
@NullMarked
package org.tongqu.kernel.proof;

import org.jspecify.annotations.NullMarked;
