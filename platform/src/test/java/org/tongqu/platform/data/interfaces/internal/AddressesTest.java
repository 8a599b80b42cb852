package org.tongqu.platform.data.interfaces.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;
import org.tongqu.platform.operate.start.Mode;

/** FEATURE: nobody reaches the platform's own machine through it. */
class AddressesTest {

    private static Addresses addresses(Mode mode) {
        return new Addresses(mode, new StandardEnvironment());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:5432/",
                "http://localhost/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://0.0.0.0/",
                "http://169.254.169.254/latest/meta-data",
                "http://[fe80::1]/",
                "http://224.0.0.1/",
                "http://2130706433/"
            })
    void thisMachineAndThoseNextToItAreRefused(String address) throws Exception {
        assertThat(addresses(Mode.PRODUCTION).isAllowed(URI.create(address))).isFalse();
    }

    @Test
    void departmentsAreAllowedAndInTheDemoThisMachineToo() throws Exception {
        assertThat(addresses(Mode.PRODUCTION).isAllowed(URI.create("http://10.20.30.40/x")))
                .isTrue();
        assertThat(addresses(Mode.DEMO).isAllowed(URI.create("http://127.0.0.1/x")))
                .isTrue();
        assertThat(addresses(Mode.DEMO).isAllowed(URI.create("http://169.254.169.254/")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "file:///etc/passwd",
                "http://user@example.org/",
                "http://example.org/?a=b",
                "http://example.org/#x",
                "//example.org/",
                "http:///x",
                "not an address"
            })
    void whatIsNoAddressOfAServiceIsRefused(String address) {
        assertThat(Addresses.parse(address)).isEmpty();
        assertThat(Addresses.parse("https://data.example.org:8443/people/{cert_no}"))
                .isPresent();
    }
}
