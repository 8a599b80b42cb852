package org.tongqu.platform.data.catalog.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.Item.Mark;

/** The items of editions. */
@Repository
class ItemStore {

    private final JdbcClient jdbc;

    ItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(UUID resource, int edition) {}

    private record Row(Key of, Item item) {}

    void replace(UUID resource, int edition, List<Item> items) {
        jdbc.sql("DELETE FROM catalog.item WHERE resource = ? AND edition = ?")
                .params(resource, edition)
                .update();
        jdbc.sql("""
                        INSERT INTO catalog.item (resource, edition, position, name, field, type, length, key, required,
                            sensitivity, element, authority)
                        SELECT :resource, :edition, row.*
                        FROM unnest(:position, :name, :field, :type, :length, :key, :required,
                            :sensitivity, :element, :authority) AS row""")
                .param("resource", resource)
                .param("edition", edition)
                .param("position", positions(items.size()))
                .param("name", all(items, Item::name))
                .param("field", all(items, Item::field))
                .param("type", all(items, item -> item.type().code()))
                .param("length", items.stream().map(Item::length).toArray(Integer[]::new))
                .param("key", items.stream().map(item -> item.is(Mark.KEY)).toArray(Boolean[]::new))
                .param(
                        "required",
                        items.stream().map(item -> item.is(Mark.REQUIRED)).toArray(Boolean[]::new))
                .param("sensitivity", all(items, item -> item.sensitivity().code()))
                .param("element", all(items, item -> item.element().orElse(null)))
                .param("authority", all(items, item -> item.authority().code()))
                .update();
    }

    private static Integer[] positions(int size) {
        var positions = new Integer[size];
        for (int i = 0; i < size; i++) {
            positions[i] = i + 1;
        }
        return positions;
    }

    private static String[] all(List<Item> items, Function<Item, @Nullable String> part) {
        return items.stream().map(part).toArray(String[]::new);
    }

    /** The same editions with their items, in one statement. */
    List<Edition> into(List<Edition> editions) {
        if (editions.isEmpty()) {
            return editions;
        }
        var items = new HashMap<Key, List<Item>>();
        jdbc.sql(
                        "SELECT * FROM catalog.item WHERE resource = ANY (CAST(? AS uuid[])) ORDER BY resource, edition, position")
                .param(editions.stream()
                        .map(edition -> edition.resource().id().toString())
                        .distinct()
                        .toArray(String[]::new))
                .query(ItemStore::row)
                .list()
                .forEach(row -> items.computeIfAbsent(row.of(), key -> new ArrayList<>())
                        .add(row.item()));
        return editions.stream().map(edition -> with(edition, items)).toList();
    }

    private static Edition with(Edition edition, Map<Key, List<Item>> items) {
        return new Edition(
                edition.resource(),
                edition.number(),
                edition.state(),
                edition.description(),
                items.getOrDefault(new Key(edition.resource().id(), edition.number()), List.of()),
                edition.compiler(),
                edition.changedAt(),
                edition.publishedOn(),
                edition.note());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (row.getBoolean("key")) {
            marks.add(Mark.KEY);
        }
        if (row.getBoolean("required")) {
            marks.add(Mark.REQUIRED);
        }
        return new Row(
                new Key(row.getObject("resource", UUID.class), row.getInt("edition")),
                new Item(
                        row.getString("name"),
                        row.getString("field"),
                        Coded.of(Item.DataType.class, row.getString("type")),
                        row.getInt("length"),
                        marks,
                        Coded.of(Item.Sensitivity.class, row.getString("sensitivity")),
                        Optional.ofNullable(row.getString("element")),
                        Coded.of(Item.Authority.class, row.getString("authority"))));
    }
}
