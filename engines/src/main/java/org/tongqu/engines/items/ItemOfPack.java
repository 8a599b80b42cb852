package org.tongqu.engines.items;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.engines.cases.ClockRule;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.ServiceItem;
import org.tongqu.engines.packs.ServiceItem.FeeItem;
import org.tongqu.kernel.identity.BasicItemCode;
import org.tongqu.kernel.identity.ItemCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.kernel.text.Label;

/** A service, said in the columns of the implementation list, as one body carries it out. */
public final class ItemOfPack {

    private static final String YES = "1";
    private static final String NO = "0";

    private ItemOfPack() {}

    /** Who carries it out. */
    public record Body(UnifiedSocialCreditCode code, String name, char level) {}

    /**
     * The cells that the service can fill.
     *
     * @param address where it can be applied for online
     */
    public static Map<String, String> cells(Pack pack, Body body, String address) {
        var item = pack.item();
        var identity = item.identity();
        var cells = new HashMap<String, String>();
        cells.put("catalog_code", identity.basicCode());
        cells.put(
                "task_code",
                ItemCode.of(body.code(), body.level(), new BasicItemCode(identity.basicCode()))
                        .value());
        cells.put("task_name", pack.title().zh());
        cells.put("task_type", identity.type());
        cells.put("task_version", pack.version());
        cells.put("use_level", String.valueOf(body.level()));
        cells.put("dept_code", body.code().value());
        cells.put("dept_name", body.name());
        cells.put("dept_type", YES);
        cells.put(
                "by_law",
                lines(item.basis().stream()
                        .map(basis -> basis.law().zh() + " " + basis.article().zh())));
        limit(pack, "statutory").ifPresent(rule -> limit(cells, "anticipate", rule));
        limit(pack, "promised").or(() -> limit(pack, "statutory")).ifPresent(rule -> limit(cells, "promise", rule));
        cells.put("accept_condition", lines(item.conditions().stream().map(Label::zh)));
        cells.put(
                "handle_flow",
                item.steps().stream().map(step -> step.title().zh()).collect(Collectors.joining(" → ")));
        cells.put("project_type", identity.handling() == ServiceItem.Handling.INSTANT ? "1" : "2");
        cells.put("server_type", codes(identity.objects().stream()));
        cells.put(
                "result_name",
                lines(item.results().stream().map(result -> result.title().zh())));
        cells.put("link_way", item.contact().consult());
        cells.put("supervise_way", item.contact().complain());
        visit(cells, item.visit(), address);
        fee(cells, item.fee());
        return cells;
    }

    private static Optional<ClockRule> limit(Pack pack, String name) {
        return pack.clocks().find(name);
    }

    private static void limit(Map<String, String> cells, String which, ClockRule rule) {
        cells.put(which + "_day", String.valueOf(rule.limit().amount()));
        cells.put(
                which + "_type",
                switch (rule.limit().unit()) {
                    case WORKING_DAYS -> "1";
                    case NATURAL_DAYS -> "2";
                    case HOURS -> "3";
                });
    }

    private static void visit(Map<String, String> cells, ServiceItem.Visit visit, String address) {
        var depth = visit.depth();
        cells.put("limit_scene_num", String.valueOf(visit.times()));
        visit.why().ifPresent(why -> cells.put("limit_scene_explain", why.zh()));
        cells.put("handle_type", visit.places().isEmpty() ? "2,3" : "1,2,3");
        cells.put("is_online", YES);
        cells.put("online_handle_depth", codes(depth.stream().map(String::valueOf)));
        cells.put("online_handle_url", address);
        cells.put("is_entry_center", visit.places().isEmpty() ? NO : YES);
        cells.put(
                "transact_addr",
                lines(visit.places().stream()
                        .map(place -> place.name().zh() + " " + place.address().zh())));
        cells.put(
                "transact_time",
                lines(visit.places().stream().map(place -> place.hours().zh()).distinct()));
    }

    private static void fee(Map<String, String> cells, ServiceItem.Fee fee) {
        cells.put("is_fee", fee.isFree() ? NO : YES);
        if (!fee.isFree()) {
            cells.put(
                    "fee_name",
                    lines(fee.items().stream()
                            .flatMap(item -> item.name().stream())
                            .map(Label::zh)));
            cells.put(
                    "fee_basis",
                    lines(fee.items().stream().map(item -> item.basis().zh())));
            cells.put("fee_standard", lines(fee.items().stream().map(ItemOfPack::standard)));
            cells.put(
                    "fee_reduction",
                    lines(fee.items().stream()
                            .flatMap(item -> item.reduction().stream())
                            .map(Label::zh)));
            cells.put("is_pay_online", NO);
        }
    }

    private static String standard(FeeItem item) {
        return item.standard()
                .map(Label::zh)
                .or(() -> item.yuan().map(yuan -> yuan.toPlainString()))
                .orElse("");
    }

    private static String codes(Stream<String> codes) {
        return codes.sorted().collect(Collectors.joining(","));
    }

    private static String lines(Stream<String> lines) {
        return String.join("\n", List.copyOf(lines.toList()));
    }
}
