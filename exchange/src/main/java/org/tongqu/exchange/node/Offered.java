package org.tongqu.exchange.node;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongqu.kernel.data.Datum;

/**
 * Addresses of the department's own interfaces that this node may ask when the centre wants it to. What is not below one of
 * them is asked by nobody, whatever the centre says.
 *
 * @param base everything at and below this address; ends with a slash
 * @param header in which the department wants to see its secret; empty when it wants none
 * @param secret stays on this machine
 */
record Offered(URI base, String header, String secret) {

    /** What one program or another takes for the end of a name, also where it was written with a percent sign. */
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\;]");

    /** @return empty when it is no address of a service */
    static Optional<Offered> of(String address, String header, String secret) {
        try {
            var uri =
                    URI.create(address.endsWith("/") ? address : address + "/").normalize();
            var isService = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return isService ? Optional.of(new Offered(uri, header, secret)) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The one below which the address lies; where several do, the longest. */
    static Optional<Offered> find(List<Offered> all, URI address) {
        return all.stream()
                .filter(each -> each.covers(address))
                .reduce((one, other) ->
                        one.base.getPath().length() >= other.base.getPath().length() ? one : other);
    }

    private boolean covers(URI address) {
        var path = address.getRawPath();
        if (path == null) {
            return false;
        }
        // Whoever reads a path otherwise than this does must not be led past it.
        var isPlain = !path.contains("//")
                && address.normalize().getRawPath().equals(path)
                && SEPARATOR.splitAsStream(address.getPath()).noneMatch(name -> name.equals(".") || name.equals(".."));
        return isPlain
                && Objects.equals(base.getScheme(), address.getScheme())
                && base.getHost().equalsIgnoreCase(address.getHost())
                && port(base) == port(address)
                && (path + "/").startsWith(base.getRawPath());
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
    }

    Datum write() {
        return Datum.empty()
                .with("base", Datum.of(base.toString()))
                .with("header", Datum.of(header))
                .with("secret", Datum.of(secret));
    }

    static Offered read(Datum written) {
        return new Offered(
                URI.create(written.text("base").orElse("")),
                written.text("header").orElse(""),
                written.text("secret").orElse(""));
    }

    @Override
    public String toString() {
        return header.isEmpty() ? base.toString() : base + " (" + header + ")";
    }
}
