package org.tongqu.platform.matter.decisions.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.decisions.PublicList;
import org.tongqu.platform.matter.decisions.Published;
import org.tongqu.platform.operate.store.LikePattern;
import org.tongqu.platform.operate.store.NewestFirst;

/** The public lists. Words are found by their trigrams, in whatever language. */
@Repository
public class PublicationStore {

    private static final int PAGE = 20;

    private final JdbcClient jdbc;

    PublicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line and the case it came from. */
    public record Line(Published published, String caseId, String result) {}

    public void insert(Line line) {
        var published = line.published();
        jdbc.sql("""
                        INSERT INTO decisions.publication (id, list, case_id, title, result, fields, organisation,
                            division, published_at, words)
                        VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?, ?)""")
                .params(
                        UUID.fromString(published.id()),
                        published.list(),
                        UUID.fromString(line.caseId()),
                        published.title(),
                        line.result(),
                        fields(published).canonical(),
                        published.organisation(),
                        published.division(),
                        time(published.at()),
                        words(published))
                .update();
    }

    public PublicList page(PublicList.Search search, Optional<String> after) {
        var from = after.flatMap(NewestFirst::parse);
        var found = bind(
                        "SELECT * " + conditions(search)
                                + (from.isPresent() ? " AND (published_at, id) < (:at, :id)" : "")
                                + " ORDER BY published_at DESC, id DESC LIMIT " + (PAGE + 1),
                        search)
                .param("at", from.map(cursor -> time(cursor.at())).orElse(null))
                .param("id", from.map(NewestFirst::id).orElse(null))
                .query((row, number) -> published(row))
                .list();
        var lines = found.subList(0, Math.min(found.size(), PAGE));
        return new PublicList(
                lines,
                count(search),
                found.size() > PAGE
                        ? Optional.of(NewestFirst.after(
                                lines.getLast().at(), lines.getLast().id()))
                        : Optional.empty());
    }

    public Optional<Published> find(String id) {
        try {
            return jdbc.sql("SELECT * FROM decisions.publication WHERE id = ?")
                    .param(UUID.fromString(id))
                    .query((row, number) -> published(row))
                    .optional();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private long count(PublicList.Search search) {
        return bind(
                        "SELECT count(*) FROM (SELECT 1 " + conditions(search) + " LIMIT " + PublicList.COUNTED
                                + ") AS counted",
                        search)
                .query(Long.class)
                .single();
    }

    /** Only what is asked for is written down, so that the planner knows what it plans. */
    private static String conditions(PublicList.Search search) {
        return "FROM decisions.publication WHERE true"
                + (search.list().isPresent() ? " AND list = :list" : "")
                + (search.division().isPresent() ? " AND starts_with(division, :division)" : "")
                + (search.words().isBlank() ? "" : " AND words LIKE :pattern");
    }

    private JdbcClient.StatementSpec bind(String sql, PublicList.Search search) {
        return jdbc.sql(sql)
                .param("list", search.list().orElse(null))
                .param("division", search.division().orElse(null))
                .param("pattern", LikePattern.containing(search.words()));
    }

    /** What a reader can find the line by. */
    public static String words(Published published) {
        return (published.title() + "\n"
                        + published.entries().stream()
                                .map(Published.Entry::value)
                                .collect(Collectors.joining("\n")))
                .toLowerCase(Locale.ROOT);
    }

    public static Datum fields(Published published) {
        List<Datum> entries = new ArrayList<>();
        for (var entry : published.entries()) {
            Map<String, Datum> fields = new LinkedHashMap<>();
            fields.put("name", Datum.of(entry.name()));
            fields.put("zh", Datum.of(entry.heading().zh()));
            fields.put("en", Datum.of(entry.heading().en()));
            fields.put("value", Datum.of(entry.value()));
            entries.add(new Datum.Fields(fields));
        }
        return Datum.of(entries);
    }

    private static Published published(ResultSet row) throws SQLException {
        var entries = DatumJson.read(row.getString("fields")).items("").stream()
                .map(entry -> new Published.Entry(
                        text(entry, "name"), new Label(text(entry, "zh"), text(entry, "en")), text(entry, "value")))
                .toList();
        return new Published(
                row.getString("id"),
                row.getString("list"),
                row.getString("title"),
                entries,
                row.getString("organisation"),
                row.getString("division"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    private static String text(Datum from, String path) {
        return from.text(path).orElse("");
    }
}
