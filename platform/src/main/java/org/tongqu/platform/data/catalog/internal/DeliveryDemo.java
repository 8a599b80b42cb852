package org.tongqu.platform.data.catalog.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Delivery;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.operate.demo.DemoTable;

/** What last came of the resources of the demo city: most in time, some late, a few long forgotten. */
final class DeliveryDemo {

    private static final int SAMPLE = 3;

    private final List<List<String>> values = DemoTable.rows(Catalog.class, "demo-samples.csv");

    Delivery of(Cycle cycle, List<Item> items, Instant now, SplittableRandom dice) {
        var rows = 200 + dice.nextLong(180_000);
        var refused = dice.nextInt(3) == 0 ? 0 : dice.nextLong(1 + rows / 150);
        var sample = new ArrayList<Map<String, String>>();
        for (int row = 0; row < SAMPLE; row++) {
            var cells = new HashMap<String, String>();
            for (var item : items) {
                cells.put(item.field(), Masks.of(item.sensitivity(), value(item, row)));
            }
            sample.add(cells);
        }
        return new Delivery(now.minus(age(cycle, dice)), rows, refused, sample);
    }

    private static Duration age(Cycle cycle, SplittableRandom dice) {
        var length = switch (cycle) {
            case REALTIME -> Duration.ofHours(1);
            case DAILY -> Duration.ofDays(1);
            case WEEKLY -> Duration.ofDays(7);
            case MONTHLY -> Duration.ofDays(30);
            case QUARTERLY -> Duration.ofDays(90);
            case YEARLY, IRREGULAR -> Duration.ofDays(360);
        };
        var share = switch (dice.nextInt(12)) {
            case 0 -> 92 + dice.nextInt(7);
            case 1 -> 160 + dice.nextInt(300);
            default -> 3 + dice.nextInt(80);
        };
        return length.multipliedBy(share).dividedBy(100);
    }

    /** A value of the first line of the table whose word is in the item's name, or is the code of its type. */
    private String value(Item item, int row) {
        return values.stream()
                .filter(line -> item.name().contains(line.getFirst())
                        || line.getFirst().equals(item.type().code()))
                .findFirst()
                .map(line -> line.get(1 + row))
                .orElseGet(() -> String.valueOf(1 + row));
    }
}
