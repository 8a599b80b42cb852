package org.tongqu.platform.data.harvest.internal;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.EnumSet;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.operate.web.CallableAddresses;
import org.tongqu.platform.operate.web.CallableAddresses.Place;

/** Which addresses may be harvested: those of the outside, and others where a setting opens them. */
@Component
public class Reach {

    private final CallableAddresses addresses;

    Reach(Mode mode, Environment environment) {
        var open = EnumSet.noneOf(Place.class);
        if (environment.getProperty("tongqu.harvest.private-addresses", Boolean.class, false)) {
            open.add(Place.INSIDE);
        }
        if (environment.getProperty("tongqu.harvest.local-addresses", Boolean.class, mode == Mode.DEMO)) {
            open.add(Place.HERE);
        }
        this.addresses = new CallableAddresses(open);
    }

    /** By each address that the host has now; asked again before each request, since an answer may lead elsewhere. */
    public boolean isAllowed(URI address) throws UnknownHostException {
        return addresses.isAllowed(address);
    }
}
