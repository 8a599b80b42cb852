package org.tongqu.platform.data.interfaces.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.platform.operate.start.Mode;

/**
 * Which addresses may be called at all: those of other machines. Asked when an endpoint is declared, and again before each
 * call, since a name may come to mean another machine.
 */
@Component
class Addresses {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Local local;

    /** Whether this machine itself may be called. */
    enum Local {
        ALLOWED,
        REFUSED
    }

    @Autowired
    Addresses(Mode mode, Environment environment) {
        this(
                environment.getProperty("tongqu.interfaces.local-addresses", Boolean.class, mode == Mode.DEMO)
                        ? Local.ALLOWED
                        : Local.REFUSED);
    }

    Addresses(Local local) {
        this.local = local;
    }

    /** What is written, with every name in braces taken for a word; nothing when it is no address of a service. */
    static Optional<URI> parse(String address) {
        try {
            var uri = new URI(address.replaceAll("\\{[A-Za-z0-9_]+\\}", "x"));
            var fits = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getRawQuery() == null;
            return fits ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Whether the host is another machine, by each address it has now; one that is not known is refused when called. */
    boolean isAllowed(URI address) throws UnknownHostException {
        return Stream.of(InetAddress.getAllByName(address.getHost())).allMatch(this::isAllowed);
    }

    private boolean isAllowed(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isMulticastAddress()
                && (local == Local.ALLOWED || !address.isLoopbackAddress());
    }
}
