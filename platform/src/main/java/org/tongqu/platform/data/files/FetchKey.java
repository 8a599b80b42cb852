package org.tongqu.platform.data.files;

import java.time.Instant;
import java.util.Optional;

/** A key by which a system fetches the batches of a flow. @param shown its beginning, to know it by */
public record FetchKey(long id, String flow, String shown, String by, Instant since, Optional<Instant> withdrawn) {}
