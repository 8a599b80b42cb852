package org.tongqu.platform.matter.evaluation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.matter.evaluation.internal.OnlineCases;
import org.tongqu.platform.matter.items.ItemBook;
import org.tongqu.platform.matter.items.OfficeDepths;
import org.tongqu.platform.matter.services.ServiceCatalogue;

/** How far matters can be handled online (网办深度 1 to 8), by the items, and how far they are, by the matters that ended. */
@Service
public class OnlineDepth {

    /** Whose ended matters count. */
    public static final int DAYS = 90;

    private final ItemBook book;
    private final OnlineCases cases;
    private final ServiceCatalogue catalogue;
    private final Clock clock;

    OnlineDepth(ItemBook book, OnlineCases cases, ServiceCatalogue catalogue, Clock clock) {
        this.book = book;
        this.cases = cases;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** @param online how many of the matters were handled without anybody at a window */
    public record Matters(long ended, long online) {

        static final Matters NONE = new Matters(0, 0);

        Matters and(OnlineCases.Ended more) {
            return new Matters(ended + more.cases(), online + more.online());
        }
    }

    /** An office with its items and the matters it ended. */
    public record Row(OfficeDepths items, Matters matters) {}

    /**
     * @param byDepth of each depth, 1 to 8: the matters of services that offer it
     */
    public record View(List<Row> offices, Map<Integer, Matters> byDepth) {
        public View {
            offices = List.copyOf(offices);
            byDepth = Map.copyOf(byDepth);
        }

        public int items() {
            return offices.stream().mapToInt(row -> row.items().items()).sum();
        }

        public int items(int depth) {
            return offices.stream().mapToInt(row -> row.items().of(depth)).sum();
        }
    }

    @Transactional(readOnly = true)
    public View view() {
        var now = clock.instant();
        var ended = cases.ended(now.minus(Duration.ofDays(DAYS)), now);
        var byOffice = new HashMap<String, Matters>();
        var byDepth = new HashMap<Integer, Matters>();
        for (var one : ended) {
            byOffice.put(
                    one.office(),
                    byOffice.getOrDefault(one.office(), Matters.NONE).and(one));
            depths(one.pack())
                    .forEach(depth -> byDepth.put(
                            depth, byDepth.getOrDefault(depth, Matters.NONE).and(one)));
        }
        IntStream.rangeClosed(1, OfficeDepths.MOST).forEach(depth -> byDepth.putIfAbsent(depth, Matters.NONE));
        return new View(rows(byOffice), byDepth);
    }

    /** Every office that has items or ended something. */
    private List<Row> rows(Map<String, Matters> byOffice) {
        var known = book.depths().stream().collect(Collectors.toMap(OfficeDepths::office, items -> items));
        var offices = new TreeSet<>(known.keySet());
        offices.addAll(byOffice.keySet());
        var rows = new ArrayList<Row>();
        offices.forEach(office -> rows.add(new Row(
                known.getOrDefault(office, new OfficeDepths(office, 0, Map.of())),
                byOffice.getOrDefault(office, Matters.NONE))));
        return rows;
    }

    private Set<Integer> depths(String pack) {
        return catalogue
                .findPack(pack)
                .map(known -> Set.copyOf(known.item().visit().depth()))
                .orElse(Set.of());
    }
}
