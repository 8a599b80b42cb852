package org.tongqu.platform.data.exchange;

import java.util.TreeSet;
import org.tongqu.exchange.table.ExchangeRefusal;
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
        return switch (refusal) {
            case ExchangeRefusal.NoTable(var side, var table) -> new Reason("no-table", table);
            case ExchangeRefusal.NoColumns(var side, var columns) ->
                new Reason("no-columns", String.join(", ", columns));
            case ExchangeRefusal.UnknownType(var column, var declared) -> new Reason("unknown-type", column);
            case ExchangeRefusal.KeyNotUnique(var table, var key) -> new Reason("key-not-unique", table);
            case ExchangeRefusal.NotTransactional(var table, var engine) -> new Reason("not-transactional", table);
            case ExchangeRefusal.AlreadyRunning(var flow) -> new Reason("already-running", "");
            case ExchangeRefusal.NoWatermark(var flow) -> new Reason("no-watermark", "");
        };
    }
}
