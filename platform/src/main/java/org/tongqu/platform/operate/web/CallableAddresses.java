package org.tongqu.platform.operate.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which machines this program may call because somebody named them. Asked when an address is named and again before each
 * call, since a name may come to mean another machine.
 *
 * @param open what may be called besides the machines of the outside
 */
public record CallableAddresses(Set<Place> open) {

    /** Where a machine can stand. */
    public enum Place {
        /** This machine itself. */
        HERE,
        /** The ranges that are free for use inside: RFC 1918, RFC 6598 and RFC 4193. */
        INSIDE
    }

    public CallableAddresses {
        open = Set.copyOf(open);
    }

    /** An address of the web without name and password; nothing when it is none. */
    public static Optional<URI> parse(String address) {
        try {
            var uri = new URI(address.strip());
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            var fits = (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
            return fits ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** By each address that the host has now; an unknown one is told by the exception. */
    public boolean isAllowed(URI address) throws UnknownHostException {
        return Stream.of(InetAddress.getAllByName(address.getHost())).allMatch(this::isAllowed);
    }

    public boolean isAllowed(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return open.contains(Place.HERE);
        }
        return !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isMulticastAddress()
                && (open.contains(Place.INSIDE) || !isInside(address));
    }

    private static boolean isInside(InetAddress address) {
        var bytes = address.getAddress();
        return address.isSiteLocalAddress()
                || address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc
                || bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    }
}
