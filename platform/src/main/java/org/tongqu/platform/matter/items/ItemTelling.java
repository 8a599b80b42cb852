package org.tongqu.platform.matter.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;

/** An item in words, column by column, in groups that belong together. */
public final class ItemTelling {

    private static final Map<String, List<String>> GROUPS = groups();

    private ItemTelling() {}

    public record Group(String id, String title, KeyFacts facts) {}

    private static Map<String, List<String>> groups() {
        var groups = new LinkedHashMap<String, List<String>>();
        groups.put("identity", List.of("task_", "catalog_", "local_", "by_law", "in_force", "guide_"));
        groups.put("power", List.of("power_", "use_level", "dept_", "entrust_"));
        groups.put("time", List.of("anticipate_", "promise_", "project_type", "special_"));
        groups.put("conditions", List.of("accept_", "server_type", "service_type", "user_", "corp_", "limit_explain"));
        groups.put("process", List.of("handle_", "limit_scene_", "transact_", "is_", "online_"));
        groups.put("fee", List.of("is_fee", "fee_", "is_pay_online"));
        groups.put("result", List.of("result_"));
        groups.put("contact", List.of("link_", "supervise_", "plan_"));
        return groups;
    }

    /** What is known of the item. @param cells by column of the national list */
    public static List<Group> groups(Texts texts, Map<String, String> cells) {
        var told = new ArrayList<Group>();
        GROUPS.forEach((group, beginnings) -> {
            var facts = cells.entrySet().stream()
                    .filter(cell -> group.equals(group(cell.getKey())))
                    .map(cell -> fact(texts, cell.getKey(), cell.getValue()))
                    .toList();
            if (!facts.isEmpty()) {
                told.add(new Group(group, texts.say("portal.item.group." + group), new KeyFacts(facts)));
            }
        });
        return told;
    }

    /**
     * Items as a list.
     *
     * @param place where one of them is told, followed by its code
     */
    public static DataTable table(Texts texts, String caption, String place, List<BookItem> items, EmptyState none) {
        return new DataTable(
                texts,
                caption,
                Stream.of("task_name", "dept_name", "promise_day", "limit_scene_num", "is_online")
                        .map(column -> DataTable.Column.of(texts.say("portal.items.column." + column)))
                        .toList(),
                items.stream().map(item -> row(texts, place, item)).toList(),
                none,
                "");
    }

    private static DataTable.Row row(Texts texts, String place, BookItem item) {
        var href = place + item.code();
        var days = item.cell("promise_day");
        var visits = item.cell("limit_scene_num");
        return DataTable.Row.opening(
                href,
                new Cell.Opens(item.name(), href),
                new Cell.Words(item.cell("dept_name")),
                new Cell.Words(days.isEmpty() ? "" : texts.say("portal.items.days." + item.cell("promise_type"), days)),
                new Cell.Words(visits.isEmpty() ? "" : texts.say("portal.items.visits", visits)),
                new Cell.Words(texts.say(
                        "portal.items.online." + (item.cell("is_online").equals("1") ? "1" : "0"))));
    }

    /** What a column is called. */
    public static String column(Texts texts, String column) {
        return texts.say("portal.item." + column);
    }

    /** The group that names the column most exactly. */
    private static String group(String column) {
        return GROUPS.entrySet().stream()
                .flatMap(group -> group.getValue().stream()
                        .filter(column::startsWith)
                        .map(beginning -> Map.entry(beginning.length(), group.getKey())))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse("");
    }

    private static Fact fact(Texts texts, String column, String cell) {
        return Fact.of(column(texts, column), said(texts, column, cell));
    }

    /** A code, or several, in words; where a column has no words for codes, as it stands. */
    public static String said(Texts texts, String column, String cell) {
        var list = column.startsWith("is_") || column.equals("in_force") ? "flag" : column;
        return texts.knows(word(list, cell.split(",")[0]))
                ? Stream.of(cell.split(","))
                        .map(code -> texts.knows(word(list, code)) ? texts.say(word(list, code)) : code)
                        .collect(Collectors.joining(texts.say("portal.check.and")))
                : cell.replace("\n", texts.say("portal.item.next"));
    }

    private static String word(String list, String code) {
        return switch (list) {
            case "online_handle_depth" -> "portal.depth." + code;
            case "server_type" -> "portal.object." + code;
            case "task_type" -> "portal.item.type." + code;
            case "anticipate_type", "promise_type" -> "portal.item.unit." + code;
            default -> "portal.item." + list + "." + code;
        };
    }
}
