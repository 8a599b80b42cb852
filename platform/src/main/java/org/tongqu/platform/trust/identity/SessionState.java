package org.tongqu.platform.trust.identity;

/** What a token found in a cookie is worth. */
public sealed interface SessionState {

    record Alive(long id, SignedIn who) implements SessionState {}

    /** It was a session once. @param account whose it was */
    record Ended(String account, Door door) implements SessionState {}

    record Unknown() implements SessionState {}
}
