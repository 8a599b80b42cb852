package org.tongqu.platform.matter.items.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.items.BookItem;
import org.tongqu.platform.matter.items.BookItem.Wanted;
import org.tongqu.platform.matter.services.ItemLists;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.operate.store.LikePattern;

/** Items with all their versions. */
@Repository
public class ItemStore {

    /** The column that says how far an item can be handled online. */
    public static final String DEPTH = "online_handle_depth";

    private final JdbcClient jdbc;
    private final ItemLists lists;
    private final LifeTopics topics;

    ItemStore(JdbcClient jdbc, ItemLists lists, LifeTopics topics) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.topics = topics;
    }

    /** What says something new becomes the next version; the lock keeps two tables from making the same one. */
    public Taken put(Collection<Map<String, String>> items, String by, Instant now) {
        List<Datum> rows = new ArrayList<>();
        for (var cells : items) {
            rows.add(row(cells));
        }
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('items.entry')) IS NULL")
                .query(Boolean.class)
                .single();
        return jdbc.sql("""
                        WITH given AS MATERIALIZED (
                            SELECT g.*, now.version AS had, now.cells = g.cells AS same
                            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS g (code text, name text, office text,
                                events text[], cells jsonb)
                            LEFT JOIN items.entry now ON now.code = g.code AND now.until IS NULL),
                        ended AS (
                            UPDATE items.entry e SET until = :now FROM given g
                            WHERE e.code = g.code AND e.until IS NULL AND NOT g.same RETURNING e.code),
                        made AS (
                            INSERT INTO items.entry (code, version, name, office, events, cells, since, by_name)
                            SELECT g.code, coalesce(g.had, (SELECT max(o.version) FROM items.entry o WHERE o.code = g.code), 0) + 1,
                                   g.name, g.office, g.events, g.cells, :now, :by
                            FROM given g LEFT JOIN ended USING (code) WHERE g.same IS NOT TRUE RETURNING version)
                        SELECT (SELECT count(*) FROM given WHERE had IS NULL) AS made,
                               (SELECT count(*) FROM given WHERE same = false) AS changed,
                               (SELECT count(*) FROM given WHERE same) AS same""")
                .param("rows", Datum.of(rows).canonical())
                .param("now", time(now))
                .param("by", by)
                .query((row, number) -> new Taken(row.getInt("made"), row.getInt("changed"), row.getInt("same")))
                .single();
    }

    private Datum row(Map<String, String> cells) {
        Map<String, Datum> said = new LinkedHashMap<>();
        cells.forEach((column, cell) -> said.put(column, Datum.of(cell)));
        return new Datum.Fields(Map.of(
                "code", Datum.of(cells.getOrDefault("task_code", cells.getOrDefault(BasicColumns.CODE, ""))),
                "name", Datum.of(cells.getOrDefault("task_name", "")),
                "office", Datum.of(cells.getOrDefault("dept_code", "")),
                "events", Datum.of(topics.events(cells).stream().map(Datum::of).toList()),
                "cells", new Datum.Fields(said)));
    }

    /** What the items of an office say of their depth, as one cell says it. */
    public record Depth(String office, String depth, int items) {}

    public List<Depth> depths() {
        return jdbc.sql("""
                        SELECT office, coalesce(cells ->> :column, '') AS depth, count(*) AS items FROM items.entry
                        WHERE until IS NULL AND NOT basic GROUP BY 1, 2 ORDER BY 1, 2""")
                .param("column", DEPTH)
                .query((row, number) -> new Depth(row.getString("office"), row.getString("depth"), row.getInt("items")))
                .list();
    }

    public BookItem.Listed page(Wanted wanted, Optional<String> after, int most) {
        var rows = jdbc.sql("""
                        SELECT * FROM items.entry
                        WHERE until IS NULL AND NOT basic AND code > :after
                          AND (:office = '' OR office = :office)
                          AND (:words = '' OR lower(name || E'\n' || code) LIKE :pattern)
                        ORDER BY code LIMIT :most""")
                .param("after", after.orElse(""))
                .param("office", wanted.office())
                .param("words", wanted.words())
                .param("pattern", LikePattern.containing(wanted.words()))
                .param("most", most + 1)
                .query(this::item)
                .list();
        return listed(rows, most);
    }

    private static BookItem.Listed listed(List<BookItem> rows, int most) {
        return rows.size() > most
                ? new BookItem.Listed(
                        rows.subList(0, most), Optional.of(rows.get(most - 1).code()))
                : new BookItem.Listed(rows, Optional.empty());
    }

    /**
     * Those of the basic catalogue that count now, by code.
     *
     * @param carriedOut where it is given, only those in force that are not among these and that no office has handed in
     */
    public BookItem.Listed basicPage(String words, Optional<Set<String>> carriedOut, Optional<String> after, int most) {
        var rows = jdbc.sql("""
                        SELECT * FROM items.entry b
                        WHERE until IS NULL AND basic AND code > :after
                          AND (:words = '' OR lower(name || E'\n' || code) LIKE :pattern)
                          AND (:all OR cells ->> 'in_force' IS DISTINCT FROM '0' AND NOT code = ANY (:online) AND NOT EXISTS (
                              SELECT 1 FROM items.entry o
                              WHERE o.until IS NULL AND NOT o.basic AND substr(o.code, 20, 12) = b.code))
                        ORDER BY code LIMIT :most""")
                .param("after", after.orElse(""))
                .param("words", words)
                .param("pattern", LikePattern.containing(words))
                .param("all", carriedOut.isEmpty())
                .param("online", carriedOut.orElse(Set.of()).toArray(String[]::new))
                .param("most", most + 1)
                .query(this::item)
                .list();
        return listed(rows, most);
    }

    /** By how many offices each of these codes of the basic catalogue is carried out. */
    public Map<String, Integer> offices(List<String> codes) {
        Map<String, Integer> counted = new HashMap<>();
        jdbc.sql("""
                        SELECT substr(code, 20, 12) AS basic_code, count(*) AS offices FROM items.entry
                        WHERE until IS NULL AND NOT basic AND substr(code, 20, 12) = ANY (?) GROUP BY 1""").param(codes.toArray(String[]::new)).query(row -> {
            counted.put(row.getString("basic_code"), row.getInt("offices"));
        });
        return counted;
    }

    /** What the basic catalogue says now, by code. */
    Map<String, BasicColumns.Said> basics() {
        Map<String, BasicColumns.Said> said = new HashMap<>();
        jdbc.sql("SELECT * FROM items.entry WHERE until IS NULL AND basic").query(row -> {
            var item = item(row, 0);
            said.put(item.code(), BasicColumns.Said.of(item.cells()));
        });
        return said;
    }

    public List<BookItem> under(String event, int most) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (name) * FROM items.entry
                        WHERE until IS NULL AND events @> ARRAY[CAST(:event AS text)] ORDER BY name, code LIMIT :most""")
                .param("event", event)
                .param("most", most)
                .query(this::item)
                .list();
    }

    public List<BookItem> versions(String code) {
        return jdbc.sql("SELECT * FROM items.entry WHERE code = ? ORDER BY version DESC")
                .param(code)
                .query(this::item)
                .list();
    }

    private BookItem item(ResultSet row, int number) throws SQLException {
        var cells = new LinkedHashMap<String, String>();
        DatumJson.tryRead(row.getString("cells"))
                .orElseThrow()
                .fields("")
                .forEach((column, cell) -> cells.put(column, cell instanceof Datum.Text(var text) ? text : ""));
        return new BookItem(
                row.getString("code"),
                row.getInt("version"),
                row.getBoolean("basic") ? BasicColumns.tidy(cells) : lists.tidy(cells),
                instant(row, "since"),
                Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("by_name"));
    }
}
