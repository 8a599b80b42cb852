package org.tongqu.platform.trust.identity;

/** Why nobody was given an account or a new password. */
public sealed interface OpeningRefusal {

    /** Only the system administrator may. */
    record NotTheSystemAdministrator() implements OpeningRefusal {}

    /** One changes one's own password where everybody does. */
    record OfOneself() implements OpeningRefusal {}

    /** Whoever knows the password of another of the three administrators could act as one of them. */
    record OfAnotherAdministrator() implements OpeningRefusal {}

    /** Nobody in the directory, or nobody with an account, bears this number. */
    record NoSuchPerson() implements OpeningRefusal {}

    /** Somebody was quicker, or pressed twice. */
    record HasAccount() implements OpeningRefusal {}

    record NumberTaken() implements OpeningRefusal {}

    record NumberUnfit() implements OpeningRefusal {}

    record PersonNameUnfit() implements OpeningRefusal {}

    /** The organisation has no such post, or is not there. */
    record NoSuchPost() implements OpeningRefusal {}

    record SignInNameTaken() implements OpeningRefusal {}

    record SignInNameUnfit() implements OpeningRefusal {}

    /** An act on another person's account is written down with its reason. */
    record ReasonMissing() implements OpeningRefusal {}
}
