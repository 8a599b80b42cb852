package org.tongqu.bench.visits;

import java.net.URI;

/**
 * What the program answered.
 *
 * @param location where a redirection leads, as a local address; empty when it is none
 */
public record Answer(String asked, int status, String location, String body) {

    /** The page that was asked for. */
    public Answer page() {
        return expect(200);
    }

    /** The redirection that follows something well sent. */
    public Answer sent() {
        if (status != 302 && status != 303) {
            throw unexpected("a redirection");
        }
        return this;
    }

    private Answer expect(int wanted) {
        if (status != wanted) {
            throw unexpected(Integer.toString(wanted));
        }
        return this;
    }

    private UnexpectedAnswer unexpected(String wanted) {
        return new UnexpectedAnswer(asked, "answered " + status + " instead of " + wanted, Markup.problems(body));
    }

    /** The path of an address, whether it was given whole or not. */
    public static String local(String address) {
        var uri = URI.create(address);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
