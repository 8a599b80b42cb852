package org.tongqu.platform.trust.identity;

/** What a token found in a cookie is worth. */
public sealed interface SessionState {

    /** @param passwordIsDue it began with a password past its time, and until that is changed it opens nothing else */
    record Alive(long id, SignedIn who, boolean passwordIsDue) implements SessionState {}

    /** It was a session once. @param account whose it was */
    record Ended(String account, Door door) implements SessionState {}

    record Unknown() implements SessionState {}
}
