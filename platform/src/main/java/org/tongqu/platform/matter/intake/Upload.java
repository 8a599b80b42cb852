package org.tongqu.platform.matter.intake;

/**
 * A file as the browser sent it.
 *
 * @param fileName what it is called there; not trusted
 */
public record Upload(String materialId, String fileName, byte[] content) {}
