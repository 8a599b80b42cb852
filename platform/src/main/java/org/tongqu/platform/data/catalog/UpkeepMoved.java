package org.tongqu.platform.data.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * A resource came, or its cycle changed, or it was taken out. Told in the transaction in which that happened.
 *
 * @param before what was awaited until then
 * @param now what is awaited from then on; nothing of a resource that is no more, or that comes irregularly
 */
public record UpkeepMoved(Optional<Awaited> before, Optional<Awaited> now, Instant at) {}
