package org.tongqu.platform.front.portal.web.services;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.matter.services.ItemLists;
import org.tongqu.platform.matter.services.ItemLists.Listed;
import org.tongqu.platform.operate.web.Html;

/** An item of the implementation list, field by field, for everybody. */
@Controller
class ItemController {

    static final String ITEMS = "/items/";

    private static final Map<String, List<String>> GROUPS = groups();

    private final ItemLists items;

    ItemController(ItemLists items) {
        this.items = items;
    }

    private static Map<String, List<String>> groups() {
        var groups = new LinkedHashMap<String, List<String>>();
        groups.put("identity", List.of("task_", "catalog_", "local_", "by_law"));
        groups.put("power", List.of("power_", "use_level", "dept_", "entrust_"));
        groups.put("time", List.of("anticipate_", "promise_", "project_type", "special_"));
        groups.put("conditions", List.of("accept_", "server_type", "service_type", "user_", "corp_", "limit_explain"));
        groups.put("process", List.of("handle_", "limit_scene_", "transact_", "is_", "online_"));
        groups.put("fee", List.of("is_fee", "fee_", "is_pay_online"));
        groups.put("result", List.of("result_"));
        groups.put("contact", List.of("link_", "supervise_", "plan_"));
        return groups;
    }

    @GetMapping(ITEMS + "{code}")
    Html item(PageFrame frame, @PathVariable String code) {
        var texts = frame.texts();
        var item = items.find(code).orElseThrow(Gone::notFound);
        var title = item.cells().getOrDefault("task_name", code);
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.home"), "/"),
                new Crumb(texts.say("portal.powers.title"), "/powers"),
                new Crumb(title, ""));
        var ways = List.of(
                ButtonLink.plain(texts.say("portal.powers.guide"), "/services/" + item.packId()),
                ButtonLink.plain(texts.say("portal.guide.chart"), "/powers/" + item.packId()));
        return Html.page(
                "front/portal/ItemPage",
                new ItemPage(
                        frame.titled(title).at("", crumbs),
                        title,
                        texts.say("portal.item.of", item.cells().getOrDefault("dept_name", ""), item.code()),
                        ways,
                        told(texts, item)));
    }

    private static List<ItemPage.Group> told(Texts texts, Listed item) {
        var told = new ArrayList<ItemPage.Group>();
        GROUPS.forEach((group, beginnings) -> {
            var facts = item.cells().entrySet().stream()
                    .filter(cell -> group.equals(group(cell.getKey())))
                    .map(cell -> fact(texts, cell.getKey(), cell.getValue()))
                    .toList();
            if (!facts.isEmpty()) {
                told.add(new ItemPage.Group(group, texts.say("portal.item.group." + group), new KeyFacts(facts)));
            }
        });
        return told;
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
        return Fact.of(texts.say("portal.item." + column), said(texts, column, cell));
    }

    /** A code, or several, in words; where a column has no words for codes, as it stands. */
    private static String said(Texts texts, String column, String cell) {
        var list = column.startsWith("is_") ? "flag" : column;
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
