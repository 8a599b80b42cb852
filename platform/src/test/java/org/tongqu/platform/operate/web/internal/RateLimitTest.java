package org.tongqu.platform.operate.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** FEATURE: what counts as one client. */
class RateLimitTest {

    @Test
    void aHouseholdOfIpv6AddressesIsOneClient() {
        assertThat(RateLimit.client("2001:db8:1:2:3:4:5:6")).isEqualTo(RateLimit.client("2001:db8:1:2:9:9:9:9"));
        assertThat(RateLimit.client("2001:db8:1:2:3:4:5:6")).isNotEqualTo(RateLimit.client("2001:db8:1:3:3:4:5:6"));
        assertThat(RateLimit.client("203.0.113.7")).isEqualTo("203.0.113.7");
    }
}
