package org.tongqu.platform.matter.studio;

/** A file as somebody sent it: one of a pack, or an archive with many. */
public record SentFile(String name, byte[] bytes) {}
