package org.tongqu.platform.matter.items.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.BasicItemCode;
import org.tongqu.kernel.identity.ItemCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.services.ItemLists;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.demo.DemoTable;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.trust.directory.Organisation;

/** What the offices of the demo city do at their windows; some of it was put right half a year later. */
@Component
class ItemsDemo implements DemoPart {

    private static final Duration TAKEN = Duration.ofDays(400);
    private static final Duration PUT_RIGHT = Duration.ofDays(170);
    private static final int CHANGED = 5;

    private final ItemStore store;
    private final ItemLists lists;
    private final TextsBundle texts;

    ItemsDemo(ItemStore store, ItemLists lists, TextsBundle texts) {
        this.store = store;
        this.lists = lists;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "service items";
    }

    @Override
    public int order() {
        return 107;
    }

    @Override
    public void load(DemoCity city, Progress progress) {
        var first = new ArrayList<Map<String, String>>();
        var second = new ArrayList<Map<String, String>>();
        for (var row : DemoTable.rows(ItemsDemo.class, "items.csv")) {
            for (var office : city.organisationsOf(row.get(0))) {
                if (UnifiedSocialCreditCode.parse(office.code())
                        instanceof Outcome.Done<UnifiedSocialCreditCode, ?>(var code)) {
                    var cells = cells(row, office, code);
                    if (first.size() % CHANGED == 0) {
                        var shorter = new HashMap<>(cells);
                        shorter.put("promise_day", String.valueOf(1 + Integer.parseInt(row.get(5)) / 2));
                        second.add(lists.tidy(shorter));
                    }
                    first.add(lists.tidy(cells));
                }
            }
        }
        var by = texts.in(Language.ZH).say("items.demo.by");
        var now = city.today().atTime(10, 0).atZone(WorkingCalendar.ZONE).toInstant();
        store.put(basics(texts.in(Language.ZH).say("items.demo.guide"), first), by, now.minus(TAKEN));
        store.put(first, by, now.minus(TAKEN));
        store.put(second, by, now.minus(PUT_RIGHT));
        progress.say("  service items: " + first.size());
    }

    /** What the offices and the services carry out, and what nobody does yet. */
    private List<Map<String, String>> basics(String guide, List<Map<String, String>> carriedOut) {
        Map<String, Map<String, String>> basics = new LinkedHashMap<>();
        Stream.concat(carriedOut.stream(), lists.all().stream().map(ItemLists.Listed::cells))
                .forEach(cells -> basics.merge(
                        cells.getOrDefault(BasicColumns.CODE, ""),
                        basic(
                                cells.getOrDefault(BasicColumns.CODE, ""),
                                cells.getOrDefault("task_name", ""),
                                cells.getOrDefault("by_law", ""),
                                cells.getOrDefault("use_level", "")),
                        ItemsDemo::joined));
        for (var row : DemoTable.rows(ItemsDemo.class, "basics.csv")) {
            var cells = basic(row.get(0), row.get(1), row.get(2), row.get(3));
            cells.put("in_force", row.get(4));
            basics.put(row.get(0), cells);
        }
        basics.values().forEach(cells -> cells.put("guide_dept", guide));
        return basics.values().stream().map(BasicColumns::tidy).toList();
    }

    private static Map<String, String> basic(String code, String name, String law, String levels) {
        var cells = new HashMap<String, String>();
        cells.put(BasicColumns.CODE, code);
        cells.put("task_name", name);
        cells.put("task_type", new BasicItemCode(code).type());
        cells.put("by_law", law);
        cells.put("use_level", levels);
        cells.put("in_force", "1");
        return cells;
    }

    /** The same item at the levels of both. */
    private static Map<String, String> joined(Map<String, String> one, Map<String, String> other) {
        var levels = new TreeSet<>(List.of(one.getOrDefault("use_level", "").split(",")));
        levels.addAll(List.of(other.getOrDefault("use_level", "").split(",")));
        one.put("use_level", String.join(",", levels));
        return one;
    }

    private Map<String, String> cells(List<String> row, Organisation office, UnifiedSocialCreditCode code) {
        var said = texts.in(Language.ZH);
        var level = ItemLists.level(office.division());
        var basic = new BasicItemCode(row.get(1));
        var cells = new HashMap<String, String>();
        cells.put("catalog_code", basic.value());
        cells.put("task_code", ItemCode.of(code, level, basic).value());
        cells.put("task_name", row.get(2));
        cells.put("task_type", basic.type());
        cells.put("task_version", "1");
        cells.put("task_state", "1");
        cells.put("by_law", row.get(3));
        cells.put("use_level", String.valueOf(level));
        cells.put("dept_code", code.value());
        cells.put("dept_name", office.name().zh());
        cells.put("dept_type", "1");
        cells.put("anticipate_day", row.get(4));
        cells.put("anticipate_type", "1");
        cells.put("promise_day", row.get(5));
        cells.put("promise_type", "1");
        cells.put("project_type", row.get(5).equals("1") ? "1" : "2");
        cells.put("handle_type", "1");
        cells.put("limit_scene_num", row.get(6));
        cells.put("limit_scene_explain", said.say("items.demo.visit"));
        cells.put("is_fee", "0");
        cells.put("server_type", row.get(7));
        cells.put("link_way", office.contact().phone());
        cells.put("supervise_way", said.say("items.demo.complain"));
        cells.put("transact_addr", office.contact().address());
        cells.put("transact_time", said.say("items.demo.hours"));
        cells.put("is_entry_center", "1");
        cells.put("is_online", "0");
        cells.put("is_express", "0");
        cells.put("is_schedule", "1");
        cells.put(row.get(7).equals("1") ? "user_topic_type" : "corp_topic_type", row.get(8));
        cells.put("result_name", row.get(9));
        cells.put("accept_condition", row.get(10));
        return cells;
    }
}
