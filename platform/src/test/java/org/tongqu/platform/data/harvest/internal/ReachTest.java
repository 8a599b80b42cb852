package org.tongqu.platform.data.harvest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.operate.web.CallableAddresses;

/** FEATURE: nobody makes the platform ask machines of its own network. */
class ReachTest {

    private static Reach reach(String inside) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("tongqu.harvest.private-addresses", inside)));
        return new Reach(Mode.PRODUCTION, environment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "192.168.0.1", "172.20.0.1", "100.64.0.1", "[fd00::1]"})
    void addressesInsideAreAskedOnlyWhereThatIsSaid(String host) throws UnknownHostException {
        assertThat(reach("false").isAllowed(URI.create("https://" + host + "/")))
                .isFalse();
        assertThat(reach("true").isAllowed(URI.create("https://" + host + "/"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "[::1]",
                "169.254.169.254",
                "[fe80::1]",
                "0.0.0.0",
                "224.0.0.1",
                "[::ffff:127.0.0.1]"
            })
    void theMachineItselfAndItsLinkAreNever(String host) throws UnknownHostException {
        assertThat(reach("true").isAllowed(URI.create("https://" + host + "/"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a:b@c.example/",
                "file:///etc",
                "https:///x",
                "ftp://c.example/",
                "https://c.example/#a",
                " "
            })
    void whatIsNoAddressOfTheWebIsNone(String address) {
        assertThat(CallableAddresses.parse(address)).isEmpty();
    }
}
