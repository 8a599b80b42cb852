package org.tongqu.platform.trust.identity;

import java.time.Instant;

/** Why somebody was not let in. Never tells whether the name has an account. */
public sealed interface SignInRefusal {

    /** @param left how many tries are left before the name is locked */
    record WrongNameOrPassword(int left) implements SignInRefusal {}

    /** Too many wrong tries with this name. */
    record Locked(Instant until) implements SignInRefusal {}

    /** Too many wrong tries from this address, with whatever names. */
    record TooManyFromHere(Instant until) implements SignInRefusal {}

    /** The password fits, but was given out for one use too long ago. Told to nobody who does not know it. */
    record OneTimePasswordTooOld() implements SignInRefusal {}
}
