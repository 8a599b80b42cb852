package org.tongqu.exchange.table;

import org.tongqu.exchange.feed.FeedRefusal;

/** Why changes are not followed, or not any further. What was applied so far stays. */
public sealed interface FollowRefusal {

    /** The table could not be filled first, or the target not be written. */
    record NotBegun(ExchangeRefusal reason) implements FollowRefusal {}

    /** The source does not tell its changes. */
    record NotTold(FeedRefusal reason) implements FollowRefusal {}
}
