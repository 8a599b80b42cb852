package org.tongqu.platform.operate.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Knows requests that are paced by something better than the address they come from, which they share with others. Asked
 * for each request before anything else, so it answers from memory.
 */
public interface OwnPace {

    boolean isPaced(HttpServletRequest request);
}
