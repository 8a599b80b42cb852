package org.tongqu.platform.matter.items;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.items.internal.BasicColumns;
import org.tongqu.platform.matter.items.internal.ItemStore;
import org.tongqu.platform.matter.services.ItemLists;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.SheetWriter;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.trust.identity.SignedIn;

/**
 * The basic catalogue (基本目录, GB/T 39554.1): which items there are by law, whoever carries them out. Once somebody keeps
 * it, no office can hand in an item that is not in it, is no longer in force, or is not of its level.
 */
@Service
public class BasicCatalogue {

    /** Who keeps it, for the whole of a region. */
    public static final Set<String> KEEPERS = Set.of("item-authority");

    private static final int TOGETHER = 500;

    private final ItemStore store;
    private final ItemLists lists;
    private final Taking taking;

    BasicCatalogue(ItemStore store, ItemLists lists, Taking taking) {
        this.store = store;
        this.lists = lists;
        this.taking = taking;
    }

    /** Which items of the catalogue are looked for. */
    public enum Claimed {
        ALL,
        /** Nobody has said yet that they carry it out. */
        NOBODY
    }

    public boolean mayKeep(SignedIn.Officer who) {
        return taking.may(who, KEEPERS);
    }

    /** Takes over all lines of a table or none of them; a line that says something else makes the next version. */
    public Outcome<Taken, BookRefusal> take(SignedIn.Officer who, byte[] file) {
        return taking.take(who, new Taking.Kind(KEEPERS, "items.basic.take", BasicColumns::read), file);
    }

    /** Those that count now, by code. */
    @Transactional(readOnly = true)
    public BookItem.Listed list(String words, Claimed claimed, Optional<String> after, int most) {
        return store.basicPage(
                words, claimed == Claimed.NOBODY ? Optional.of(online().keySet()) : Optional.empty(), after, most);
    }

    /** By how many offices each of these is carried out; none where nobody has said so. */
    @Transactional(readOnly = true)
    public Map<String, Integer> offices(List<BookItem> basics) {
        var counted =
                new HashMap<>(store.offices(basics.stream().map(BookItem::code).toList()));
        online().forEach((code, count) -> counted.merge(code, count, Integer::sum));
        return counted;
    }

    /** How many offices carry an item out by a service of this platform, by basic code. */
    private Map<String, Integer> online() {
        return lists.all().stream()
                .collect(Collectors.toMap(item -> item.code().basic().value(), item -> 1, Integer::sum));
    }

    /** The heading alone, for whoever begins a table. */
    public void writeEmpty(SheetForm form, OutputStream out) throws IOException {
        try (var sheet = SheetWriter.to(form, out, "items")) {
            sheet.line(BasicColumns.ALL);
        }
    }

    @Transactional(readOnly = true)
    public void write(String words, Claimed claimed, SheetForm form, OutputStream out) throws IOException {
        try (var sheet = SheetWriter.to(form, out, "items")) {
            sheet.line(BasicColumns.ALL);
            var after = Optional.<String>empty();
            do {
                var page = list(words, claimed, after, TOGETHER);
                for (var item : page.rows()) {
                    sheet.line(BasicColumns.ALL.stream().map(item::cell).toList());
                }
                after = page.next();
            } while (after.isPresent());
        }
    }
}
