package org.tongqu.platform.data.discovery;

/**
 * What is said of all tables that are drafted together; each can be changed afterwards.
 *
 * @param category  the part of the code before the slash, six digits
 * @param basis     the law, regulation or policy of sharing
 * @param condition under which it is shared
 */
public record SharingTerms(String category, String basis, String condition) {}
