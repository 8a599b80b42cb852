package org.tongqu.engines.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: what is wrong with an item of the implementation list is named by its column. */
class ItemChecksTest {

    private static final String COLUMNS = """
            columns:
              catalog_code: required basic-code 12
              task_code: required item-code 33
              task_name: required text 12
              task_type: required code 2 01,02,20
              use_level: required code 1 1,2,3,4,5,6,7
              dept_code: required credit-code 18
              anticipate_day: optional number 6
              anticipate_type: optional code 1 1,2,3
              promise_day: optional number 6
              promise_type: optional code 1 1,2,3
              project_type: required code 1 1,2,9
              limit_scene_num: optional number 2
              limit_scene_explain: optional text 100
              is_fee: required flag 1
              fee_basis: optional text 100
              fee_standard: optional text 100
              link_way: required text 50
              supervise_way: required text 50
              is_online: optional flag 1
              online_handle_depth: optional codes 20 1,2,3,4,5,6,7,8
              is_pay_online: optional flag 1
              is_express: optional flag 1
              plan_effective_date: optional day 10
              plan_cancel_date: optional day 10
            """;
    private static final ItemProfile ALL = profile("""
            rules: [type-of-code, body-of-code, level-of-code, basic-of-code, promise-within-law, instant-at-once,
              visits-explained, fee-explained, phones-differ, reachable-without-visit, days-in-order]
            """);

    private static ItemProfile profile(String rules) {
        return ItemProfileReader.read((COLUMNS + rules).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> item() {
        var cells = new HashMap<>(Map.of(
                "catalog_code", "000131004000",
                "task_code", "11999901MB0A00018J4000131004000",
                "task_name", "企业设立登记",
                "task_type", "01",
                "use_level", "4",
                "dept_code", "11999901MB0A00018J",
                "project_type", "2",
                "is_fee", "0",
                "link_way", "0000-1",
                "supervise_way", "0000-2"));
        cells.putAll(Map.of(
                "anticipate_day", "20",
                "anticipate_type", "1",
                "promise_day", "2",
                "promise_type", "1",
                "limit_scene_num", "0",
                "is_online", "1",
                "online_handle_depth", "1,5",
                "plan_effective_date", "2026-01-01"));
        return cells;
    }

    @Test
    void anItemThatSaysWhatItMustIsRight() {
        assertThat(ItemChecks.check(ALL, item())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "task_name, '', missing, task_name",
        "task_name, 一二三四五六七八九十一二三, too-long, task_name",
        "catalog_code, 00013100400I, code-character, catalog_code",
        "task_code, 11999901MB0A00018J8000131004000, code-level, task_code",
        "task_code, 11999901MB0A00018K4000131004000, no-body, task_code",
        "task_code, 123, code-length, task_code",
        "task_type, 12, no-code, task_type",
        "online_handle_depth, '1,9', no-code, online_handle_depth",
        "is_fee, 是, no-flag, is_fee",
        "promise_day, two, no-number, promise_day",
        "plan_effective_date, 2026-02-30, no-day, plan_effective_date",
        "task_type, 20, type-of-code, task_type",
        "dept_code, 11999901MB0A00026D, body-of-code, dept_code",
        "use_level, 3, level-of-code, use_level",
        "catalog_code, 000131004001, basic-of-code, catalog_code",
        "promise_day, 21, promise-within-law, promise_day",
        "project_type, 1, instant-at-once, promise_day",
        "limit_scene_num, 1, visits-explained, limit_scene_explain",
        "is_fee, 1, fee-explained, fee_basis",
        "supervise_way, 0000 1, phones-differ, supervise_way",
        "is_online, 0, reachable-without-visit, is_express",
        "plan_cancel_date, 2025-12-31, days-in-order, plan_cancel_date"
    })
    void oneWrongCellIsNamed(String column, String value, String kind, String at) {
        var cells = item();
        cells.put(column, value);

        assertThat(ItemChecks.check(ALL, cells))
                .containsExactly(new ItemFault(at, kind, at.equals(column) ? value : cells.getOrDefault(at, "")));
    }

    @Test
    void everythingWrongWithTheCellsIsFoundAtOnce() {
        var cells = item();
        cells.put("is_fee", "x");
        cells.put("task_type", "x");

        assertThat(ItemChecks.check(ALL, cells)).extracting(ItemFault::column).containsExactly("task_type", "is_fee");
    }

    @Test
    void aRuleThatIsNotInTheProfileTiesNothing() {
        var cells = item();
        cells.put("promise_day", "21");

        assertThat(ItemChecks.check(profile("rules: [phones-differ]\n"), cells)).isEmpty();
    }

    @Test
    void daysOfDifferentKindsAreNotCompared() {
        var cells = item();
        cells.put("promise_day", "21");
        cells.put("promise_type", "2");

        assertThat(ItemChecks.check(ALL, cells)).isEmpty();
    }

    @Test
    void aBrokenProfileNamesItsLine() {
        assertThatThrownBy(() -> profile("  more: required text\n")).hasMessageContaining("line 26");
    }
}
