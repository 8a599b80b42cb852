package org.tongqu.platform.operate.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** FEATURE: what counts as one client, and how much it may ask. */
class RateLimitTest {

    @Test
    void aHouseholdOfIpv6AddressesIsOneClient() {
        assertThat(RateLimit.client("2001:db8:1:2:3:4:5:6")).isEqualTo(RateLimit.client("2001:db8:1:2:9:9:9:9"));
        assertThat(RateLimit.client("2001:db8:1:2:3:4:5:6")).isNotEqualTo(RateLimit.client("2001:db8:1:3:3:4:5:6"));
        assertThat(RateLimit.client("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void whoIsPacedByAnythingBetterIsNotPacedByTheAddress() throws Exception {
        var limit = new RateLimit(2, List.of(request -> request.getRequestURI().equals("/paced")));

        assertThat(statuses(limit, "/paced", "/paced", "/paced", "/a", "/b", "/c", "/paced"))
                .containsExactly(200, 200, 200, 200, 200, 429, 200);
    }

    private static List<Integer> statuses(RateLimit limit, String... paths) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var path : paths) {
            var response = new MockHttpServletResponse();
            limit.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
            statuses.add(response.getStatus());
        }
        return statuses;
    }
}
