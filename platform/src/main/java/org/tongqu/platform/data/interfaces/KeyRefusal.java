package org.tongqu.platform.data.interfaces;

import org.tongqu.platform.data.agreements.PermitRefusal;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why no key was given or taken back. */
public sealed interface KeyRefusal {

    record MayNot(AccessRefusal why) implements KeyRefusal {}

    record UnknownAgreement() implements KeyRefusal {}

    /** Keys are given under agreements that are in force. */
    record NotPermitted(PermitRefusal why) implements KeyRefusal {}

    /** Which system will use it was not said, or at too great a length. */
    record LabelWrong() implements KeyRefusal {}

    /** It would never have been valid, or beyond the agreement's last day. */
    record ExpiryWrong() implements KeyRefusal {}

    record UnknownKey() implements KeyRefusal {}
}
