package org.tongqu.platform.trust.identity;

/**
 * Addresses that programs call with a key of their own and nobody with a browser's cookie: a form of another site cannot
 * be sent there in somebody's name, so nothing hidden is asked for. Beans of this kind are read when the platform starts.
 *
 * @param pattern as Spring writes it, e.g. {@code /api/interfaces/**}
 */
public record KeyedPath(String pattern) {}
