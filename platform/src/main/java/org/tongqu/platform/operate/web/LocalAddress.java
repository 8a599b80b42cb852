package org.tongqu.platform.operate.web;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a visitor may be sent back to: a page of ours and nowhere else. */
public final class LocalAddress {

    private LocalAddress() {}

    /** The address if it is a path on this site, otherwise the home page; an open redirect is a phisher's tool. */
    public static String of(String asked) {
        if (!asked.startsWith("/") || asked.startsWith("//") || asked.indexOf('\\') >= 0) {
            return "/";
        }
        try {
            var address = new URI(asked);
            return address.getScheme() == null && address.getRawAuthority() == null ? address.toASCIIString() : "/";
        } catch (URISyntaxException unreadable) {
            return "/";
        }
    }
}
