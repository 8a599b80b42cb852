package org.tongqu.platform.trust.identity;

/** Why an account stays open, or locked. */
public sealed interface LockRefusal {

    /** Only the system administrator may. */
    record NotTheSystemAdministrator() implements LockRefusal {}

    /** Nobody locks themselves out. */
    record OfOneself() implements LockRefusal {}

    record NoAccount() implements LockRefusal {}

    /** Somebody was quicker, or pressed twice. */
    record SoAlready() implements LockRefusal {}

    /** An act on another person's account is written down with its reason. */
    record ReasonMissing() implements LockRefusal {}
}
