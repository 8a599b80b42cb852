package org.tongqu.exchange.mapping;

import org.tongqu.exchange.wire.WireType;

/** A column of the source as it arrives. */
public record SourceField(String name, WireType type) {}
