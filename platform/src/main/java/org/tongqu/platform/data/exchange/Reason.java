package org.tongqu.platform.data.exchange;

import java.util.Locale;
import java.util.TreeSet;
import org.tongqu.exchange.feed.FeedRefusal;
import org.tongqu.exchange.table.ExchangeRefusal;
import org.tongqu.exchange.table.FollowRefusal;
import org.tongqu.platform.data.agreements.PermitRefusal;

/**
 * Why a run did not begin, or ended before its last row; kept with the run.
 *
 * @param code names the words people read
 * @param detail what the words are about: a state, names, a code of the database; empty for nothing
 */
public record Reason(String code, String detail) {

    public static final Reason NONE = new Reason("", "");

    public static Reason of(PermitRefusal refusal) {
        return switch (refusal) {
            case PermitRefusal.NoAgreement() -> new Reason("no-agreement", "");
            case PermitRefusal.NotInForce(var agreement, var state) -> new Reason("not-in-force", state.code());
            case PermitRefusal.NotBegun(var agreement, var starts) -> new Reason("not-begun", starts.toString());
            case PermitRefusal.ItemsOutside(var agreement, var items) ->
                new Reason("items-outside", String.join(", ", new TreeSet<>(items)));
            case PermitRefusal.ResourceRetired(var agreement) -> new Reason("resource-retired", "");
        };
    }

    public static Reason of(ExchangeRefusal refusal) {
        var told = refusal.told();
        return new Reason(told.reason(), told.detail());
    }

    /** Why changes are not followed. */
    public static Reason of(FollowRefusal refusal) {
        return switch (refusal) {
            case FollowRefusal.NotBegun(var why) -> of(why);
            case FollowRefusal.NotTold(var why) -> of(why);
        };
    }

    private static Reason of(FeedRefusal refusal) {
        return switch (refusal) {
            case FeedRefusal.NotLogical(var level) -> new Reason("feed-not-logical", level);
            case FeedRefusal.LogWithoutLimit() -> new Reason("feed-log-without-limit", "");
            case FeedRefusal.Setting(var setting, var found, var wanted) ->
                new Reason("feed-setting", setting + " = " + wanted);
            case FeedRefusal.MayNotFollow(var user, var right) -> new Reason("feed-right", right);
            case FeedRefusal.NoFeed(var server) -> new Reason("feed-none", server);
            case FeedRefusal.NoDriver(var missing) -> new Reason("no-driver", missing.driver());
            case FeedRefusal.LogGone(var place) -> new Reason("feed-log-gone", place);
            case FeedRefusal.RowsNotNamed(var table, var columns) -> new Reason("feed-rows-not-named", table);
            case FeedRefusal.TableChanged(var table, var columns) ->
                new Reason("feed-table-changed", String.join(", ", columns));
            case FeedRefusal.Emptied(var table) -> new Reason("feed-emptied", table);
            case FeedRefusal.NotTold(var table, var way) ->
                new Reason("feed-not-told", way.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }
}
