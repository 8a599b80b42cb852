package org.tongqu.platform.data.files;

import org.tongqu.platform.trust.access.AccessRefusal;

/** Why nothing was handed out. */
public sealed interface FetchRefusal {

    /** None was shown, or one that is not known or was withdrawn. */
    record NoKey() implements FetchRefusal {}

    /** There is no such flow into files, batch or file, or it is for somebody else. */
    record Unknown() implements FetchRefusal {}

    /** No agreement permits the flow any more. */
    record NotPermitted() implements FetchRefusal {}

    /** Its files were cleared away, as all are after their time. */
    record Cleared() implements FetchRefusal {}

    /** The digest that was shown is not that of the manifest: what was fetched is something else. */
    record OtherDigest() implements FetchRefusal {}

    record MayNot(AccessRefusal why) implements FetchRefusal {}
}
