package org.tongqu.platform.trust.identity;

/**
 * Addresses that only people who came in by the door may ask for. Beans of this kind are read when the platform starts;
 * an address that none of them names is open to everybody.
 *
 * @param pattern as Spring writes it, e.g. {@code /desk/**}; where two fit, the longer one counts
 */
public record GuardedPath(String pattern, Door door) {}
