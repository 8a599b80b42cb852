package org.tongqu.platform.data.registers;

import java.util.Optional;

/** A record was written. Announced in the transaction of the write. */
public record RegisterChanged(String register, String identifier, Optional<String> caseId) {}
