package org.tongqu.platform.trust.identity;

import java.time.Instant;

/** Why no account was made. */
public sealed interface RegistrationRefusal {

    /** The person register knows the number under another name, or does not fit: tells no more than that. */
    record NotConfirmed() implements RegistrationRefusal {}

    /** There is an account for this number: sign in, or have the password reset at a service hall. */
    record NumberTaken() implements RegistrationRefusal {}

    record MobileTaken() implements RegistrationRefusal {}

    record WeakPassword(PasswordRefusal why) implements RegistrationRefusal {}

    /** Too many tries to register from this address. */
    record TooManyFromHere(Instant until) implements RegistrationRefusal {}
}
