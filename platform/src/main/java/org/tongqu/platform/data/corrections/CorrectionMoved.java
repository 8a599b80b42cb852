package org.tongqu.platform.data.corrections;

import java.time.Instant;

/**
 * Something was done about a correction. Told in the transaction of the deed.
 *
 * @param deed e.g. {@code report}
 */
public record CorrectionMoved(Correction correction, String deed, Instant at) {}
