package org.tongqu.platform.data.discovery.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.inventory.FoundTable;
import org.tongqu.exchange.inventory.FoundTable.Column;
import org.tongqu.exchange.inventory.FoundTable.Place;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.catalog.Draft;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.Item.Mark;
import org.tongqu.platform.data.catalog.Item.Sensitivity;
import org.tongqu.platform.data.discovery.SharingTerms;

/** Makes a draft of what the dictionary of a database says of a table. */
@Component
public class Drafting {

    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final int NAME = 100;
    private static final int LONGEST = 4_000;
    private static final Set<String> ALSO = Set.of("mysql", "mariadb", "postgresql");

    private final List<Words> words = words();

    /** Names that say what a column is about. @param parts of names or remarks, in small letters */
    private record Words(Sensitivity sensitivity, List<String> parts) {}

    private static List<Words> words() {
        List<Words> read = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        Drafting.class.getResourceAsStream("/org/tongqu/platform/data/discovery/words.csv")),
                UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .forEach(row -> read.add(new Words(
                            Sensitivity.valueOf(row[0].toUpperCase(Locale.ROOT)), List.of(row[1].split(" ")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** @param kind of the database, e.g. {@code mariadb} */
    public Draft of(FoundTable table, String kind, SharingTerms terms, String summary) {
        return new Draft(
                terms.category(),
                new Description(
                        shortened(table.remark().isEmpty() ? table.name() : table.remark()),
                        summary,
                        new Description.Sharing(
                                Description.SharingType.CONDITIONAL,
                                terms.basis(),
                                terms.condition(),
                                Set.of(Description.Way.TABLE)),
                        new Description.Opening(Description.Openness.CLOSED, ""),
                        Description.Cycle.IRREGULAR,
                        new Description.Format(Description.FormatKind.DATABASE, ALSO.contains(kind) ? kind : "sql"),
                        List.of()),
                items(table));
    }

    private List<Item> items(FoundTable table) {
        var taken = new HashSet<String>();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            items.add(item(column, field(column.name(), i + 1, taken)));
        }
        return items;
    }

    private Item item(Column column, String field) {
        var type = type(column);
        return new Item(
                shortened(column.remark().isEmpty() ? column.name() : column.remark()),
                field,
                type,
                type.isMeasured() ? Math.clamp(column.length(), 1, LONGEST) : 0,
                marks(column.place()),
                sensitivity(column),
                Optional.empty(),
                Item.Authority.SOURCE);
    }

    /** Fields are written in Latin letters; a name that is not gets one by its place. */
    public static String field(String column, int position, Set<String> taken) {
        var field = FIELD.matcher(column).matches() ? column : "column_" + position;
        return taken.add(field.toLowerCase(Locale.ROOT)) ? field : "column_" + position;
    }

    private static Set<Mark> marks(Place place) {
        return switch (place) {
            case KEY -> Set.of(Mark.KEY, Mark.REQUIRED);
            case REQUIRED -> Set.of(Mark.REQUIRED);
            case OPTIONAL -> Set.of();
        };
    }

    private static Item.DataType type(Column column) {
        return switch (column.kind()) {
            case TEXT -> Item.DataType.TEXT;
            case LONG_TEXT -> Item.DataType.MEMO;
            case INTEGER -> Item.DataType.INTEGER;
            case DECIMAL -> Item.DataType.NUMBER;
            case FLOATING -> Item.DataType.DOUBLE;
            case DAY -> Item.DataType.DATE;
            case MOMENT -> Item.DataType.MOMENT;
            case TRUTH -> Item.DataType.TRUTH;
            case OTHER -> Item.DataType.GENERAL;
        };
    }

    /** Guessed by the name and the remark, the most careful guess first; whoever completes the draft decides. */
    private Sensitivity sensitivity(Column column) {
        var said = (column.name() + " " + column.remark()).toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(line -> line.parts().stream().anyMatch(said::contains))
                .map(Words::sensitivity)
                .findFirst()
                .orElse(Sensitivity.INTERNAL);
    }

    private static String shortened(String name) {
        return name.length() > NAME ? name.substring(0, NAME) : name;
    }
}
