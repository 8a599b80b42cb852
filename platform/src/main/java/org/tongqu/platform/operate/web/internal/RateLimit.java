package org.tongqu.platform.operate.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongqu.platform.operate.web.Buckets;
import org.tongqu.platform.operate.web.OwnPace;

/**
 * Nobody takes the whole platform for themselves: a client that asks too much is answered 429 and told when to come
 * back. Behind a proxy, {@code server.forward-headers-strategy} makes the address the client's own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RateLimit extends OncePerRequestFilter {

    private static final int CLIENTS = 50_000;

    private final int perMinute;
    private final Buckets buckets;
    private final List<OwnPace> others;

    RateLimit(@Value("${tongqu.limits.requests-per-minute}") int perMinute, List<OwnPace> others) {
        this.perMinute = perMinute;
        this.others = List.copyOf(others);
        this.buckets = new Buckets(perMinute, CLIENTS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (perMinute > 0
                && others.stream().noneMatch(other -> other.isPaced(request))
                && !buckets.take(client(request.getRemoteAddr()), System.nanoTime())) {
            response.setHeader("Retry-After", "10");
            response.sendError(429);
            return;
        }
        chain.doFilter(request, response);
    }

    /** One household or office has a whole /64 of IPv6 addresses, so its first four groups count as one client. */
    static String client(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        int end = -1;
        for (int group = 0; group < 4; group++) {
            int next = address.indexOf(':', end + 1);
            if (next < 0) {
                return address;
            }
            end = next;
        }
        return address.substring(0, end);
    }
}
