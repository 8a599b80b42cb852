package org.tongqu.platform.trust.identity;

/** Why a clerk could not begin to help somebody. */
public sealed interface AssistRefusal {

    /** Nobody with this number has an account: it is made first, at any computer of the hall. */
    record NoAccount() implements AssistRefusal {}

    /** The account with this number is under another name. */
    record OtherName() implements AssistRefusal {}
}
