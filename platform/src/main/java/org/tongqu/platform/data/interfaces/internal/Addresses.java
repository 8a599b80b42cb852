package org.tongqu.platform.data.interfaces.internal;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.operate.web.CallableAddresses;
import org.tongqu.platform.operate.web.CallableAddresses.Place;

/** Where the interfaces of departments may stand: on machines of the inside and the outside, and in the demo on this one. */
@Component
class Addresses {

    private final CallableAddresses addresses;

    Addresses(Mode mode, Environment environment) {
        var open = EnumSet.of(Place.INSIDE);
        if (environment.getProperty("tongqu.interfaces.local-addresses", Boolean.class, mode == Mode.DEMO)) {
            open.add(Place.HERE);
        }
        this.addresses = new CallableAddresses(open);
    }

    /** What is written, with every name in braces taken for a word; nothing when it is no address of a service. */
    static Optional<URI> parse(String address) {
        return CallableAddresses.parse(address.replaceAll("\\{[A-Za-z0-9_]+\\}", "x"))
                .filter(uri -> uri.getRawQuery() == null);
    }

    /** Whether the host may be called, by each address it has now; one that is not known is refused when called. */
    boolean isAllowed(URI address) throws UnknownHostException {
        return addresses.isAllowed(address);
    }
}
