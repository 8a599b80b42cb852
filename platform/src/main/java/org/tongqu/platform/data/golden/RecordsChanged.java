package org.tongqu.platform.data.golden;

/** Records of a register were made anew or are no more. Told in the transaction that did it, once for each lot. */
public record RecordsChanged(String register) {}
