package org.tongqu.platform.trust.identity;

/**
 * A session that has just begun.
 *
 * @param token for the browser's cookie; the platform itself keeps only its hash
 * @param passwordIsDue the password is older than the policy allows; the session opens nothing until it is changed
 */
public record StartedSession(String token, SignedIn who, boolean passwordIsDue) {

    /** Never prints the token. */
    @Override
    public String toString() {
        return "StartedSession[" + who.actor() + "]";
    }
}
