package org.tongqu.platform.data.files;

import java.time.Instant;
import java.util.Optional;

/** A key with which a system signs. @param id the beginning of the digest over it */
public record SenderKey(String id, String system, String by, Instant since, Optional<Instant> withdrawn) {}
