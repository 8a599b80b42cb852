package org.tongqu.platform.trust.journal;

/**
 * An entry with all that proves its place in the chain: SHA-256 over {@code before} and {@code words} is {@code hash}.
 *
 * @param link its number in the chain
 * @param words the canonical text of the entry that was hashed
 * @param before the hash of the link before, in hex
 * @param hash of this link, in hex
 */
public record Proof(long link, Entry entry, String words, String before, String hash) {}
