package org.tongqu.platform.trust.identity;

/**
 * What an administrator hands over, once: it is kept nowhere but as a hash, and opens nothing but the page on which it
 * is changed.
 */
public record OneTimePassword(String signInName, String password) {

    /** The password is for one pair of eyes, not for logs. */
    @Override
    public String toString() {
        return "OneTimePassword of " + signInName;
    }
}
