package org.tongqu.platform.matter.items;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.items.BookItem.Wanted;
import org.tongqu.platform.matter.items.internal.ItemRows;
import org.tongqu.platform.matter.items.internal.ItemStore;
import org.tongqu.platform.matter.services.ItemLists;
import org.tongqu.platform.matter.supervision.Orders;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.SheetWriter;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.trust.identity.SignedIn;

/** The book: read by everybody, kept by each office for its own items. */
@Service
public class ItemBook {

    /** Who keeps the items of an office. */
    public static final Set<String> KEEPERS = Set.of(Orders.CHIEF);

    private static final int TOGETHER = 500;

    private final ItemStore store;
    private final ItemLists lists;
    private final ItemRows rows;
    private final Taking taking;

    ItemBook(ItemStore store, ItemLists lists, ItemRows rows, Taking taking) {
        this.store = store;
        this.lists = lists;
        this.rows = rows;
        this.taking = taking;
    }

    public boolean mayKeep(SignedIn.Officer who) {
        return taking.may(who, KEEPERS);
    }

    /** Takes over all lines of a table or none of them; a line that says something else makes the next version. */
    public Outcome<Taken, BookRefusal> take(SignedIn.Officer who, byte[] file) {
        return taking.take(
                who, new Taking.Kind(KEEPERS, "items.take", lines -> rows.read(lines, who.organisation())), file);
    }

    /** Those that count now, by code. */
    @Transactional(readOnly = true)
    public BookItem.Listed list(Wanted wanted, Optional<String> after, int most) {
        return store.page(wanted, after, most);
    }

    /** Those that count now and stand under this event in a life or in a firm, by name. */
    @Transactional(readOnly = true)
    public List<BookItem> under(String event, int most) {
        return store.under(event, most);
    }

    /** How far the items of each office can be handled online, those of packs too; by the code of the office. */
    @Transactional(readOnly = true)
    public List<OfficeDepths> depths() {
        var counted = new TreeMap<String, Map<String, Integer>>();
        store.depths()
                .forEach(known -> counted.computeIfAbsent(known.office(), office -> new HashMap<>())
                        .merge(known.depth(), known.items(), Integer::sum));
        lists.all()
                .forEach(listed -> counted.computeIfAbsent(listed.body().code(), office -> new HashMap<>())
                        .merge(listed.cells().getOrDefault(ItemStore.DEPTH, ""), 1, Integer::sum));
        return counted.entrySet().stream()
                .map(office -> depths(office.getKey(), office.getValue()))
                .toList();
    }

    private static OfficeDepths depths(String office, Map<String, Integer> items) {
        var reaching = new HashMap<Integer, Integer>();
        items.forEach((codes, count) -> Stream.of(codes.split(","))
                .map(String::strip)
                .filter(code -> code.matches("[1-8]"))
                .distinct()
                .forEach(code -> reaching.merge(Integer.valueOf(code), count, Integer::sum)));
        return new OfficeDepths(
                office, items.values().stream().mapToInt(Integer::intValue).sum(), reaching);
    }

    /** The version that counts now. */
    @Transactional(readOnly = true)
    public Optional<BookItem> find(String code) {
        return store.versions(code).stream()
                .filter(item -> item.until().isEmpty())
                .findFirst();
    }

    /** All versions, the newest first. */
    @Transactional(readOnly = true)
    public List<BookItem> versions(String code) {
        return store.versions(code);
    }

    /** The heading alone, for whoever begins a table. */
    public void writeEmpty(SheetForm form, OutputStream out) throws IOException {
        try (var sheet = SheetWriter.to(form, out, "items")) {
            sheet.line(lists.columns());
        }
    }

    /** All that are looked for, with those the packs say, in the columns of the national list. */
    @Transactional(readOnly = true)
    public void write(Wanted wanted, SheetForm form, OutputStream out) throws IOException {
        var columns = lists.columns();
        try (var sheet = SheetWriter.to(form, out, "items")) {
            sheet.line(columns);
            for (var listed : lists.all()) {
                if (fits(wanted, listed.cells())) {
                    sheet.line(line(columns, listed.cells()));
                }
            }
            var after = Optional.<String>empty();
            do {
                var page = store.page(wanted, after, TOGETHER);
                for (var item : page.rows()) {
                    sheet.line(line(columns, item.cells()));
                }
                after = page.next();
            } while (after.isPresent());
        }
    }

    private static boolean fits(Wanted wanted, Map<String, String> cells) {
        var said = cells.getOrDefault("task_name", "") + cells.getOrDefault("task_code", "");
        return said.contains(wanted.words())
                && (wanted.office().isEmpty() || wanted.office().equals(cells.get("dept_code")));
    }

    private static List<String> line(List<String> columns, Map<String, String> cells) {
        return columns.stream().map(column -> cells.getOrDefault(column, "")).toList();
    }
}
