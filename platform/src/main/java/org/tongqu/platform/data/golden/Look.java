package org.tongqu.platform.data.golden;

import java.time.Instant;
import java.util.UUID;
import org.tongqu.platform.data.agreements.Purpose;

/** That an officer looks at a record, and what for. It stands in the journal too. */
public record Look(UUID id, String officer, String register, UUID entity, Purpose purpose, String why, Instant at) {}
