package org.tongqu.platform.data.harvest.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.platform.operate.start.Mode;

/**
 * Which addresses may be asked: those of the outside. Asked when a source is named and again before each request, since a
 * name may come to mean another machine and an answer may lead elsewhere.
 */
@Component
public class Reach {

    private final boolean isInsideOpen;
    private final boolean isLocalOpen;

    Reach(Mode mode, Environment environment) {
        this.isInsideOpen = environment.getProperty("tongqu.harvest.private-addresses", Boolean.class, false);
        this.isLocalOpen = environment.getProperty("tongqu.harvest.local-addresses", Boolean.class, mode == Mode.DEMO);
    }

    /** An address of the web without name and password; nothing when it is none. */
    public static Optional<URI> parse(String address) {
        try {
            var uri = new URI(address.strip());
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** By each address that the host has now. */
    public boolean isAllowed(URI address) throws UnknownHostException {
        return Stream.of(InetAddress.getAllByName(address.getHost())).allMatch(this::isAllowed);
    }

    private boolean isAllowed(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return isLocalOpen;
        }
        return !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isMulticastAddress()
                && (isInsideOpen || !isInside(address));
    }

    /** The ranges that are free for use inside: RFC 1918, RFC 6598 and RFC 4193. */
    private static boolean isInside(InetAddress address) {
        var bytes = address.getAddress();
        return address.isSiteLocalAddress()
                || address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc
                || bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    }
}
