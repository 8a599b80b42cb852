package org.tongqu.platform.data.harvest.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.harvest.ForeignEntry;
import org.tongqu.platform.data.harvest.ForeignRecord;
import org.tongqu.platform.operate.store.LikePattern;

/** Foreign records, by their source and the identifier they have there. */
@Repository
public class EntryStore {

    private static final String FITS = """
            (:words = '' OR e.words LIKE :pattern) AND (:source = 0 OR e.source = :source)
            AND e.gone_at IS NULL AND (:audience = '' OR s.audience = :audience)""";

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of an identifier. @param run the last that saw it */
    record Known(String identifier, String digest, long run, Optional<Instant> modified) {}

    Map<String, Known> known(long source, Collection<String> identifiers) {
        return jdbc
                .sql("""
                        SELECT foreign_id, digest, run, modified FROM harvest.entry
                         WHERE source = ? AND foreign_id = ANY (?)""")
                .params(source, identifiers.toArray(String[]::new))
                .query((row, number) -> new Known(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::identifier, known -> known));
    }

    /** Those that are new or say something else now. */
    void put(long source, long run, Collection<Digested> records, Instant now) {
        if (records.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO harvest.entry (source, foreign_id, title, description, publisher, modified, licence, rights,
                            themes, landing, offers, digest, words, run, first_at, changed_at)
                        SELECT :source, r.identifier, r.title, r.description, r.publisher, r.modified, r.licence, r.rights,
                            r.themes, r.landing, r.offers, r.digest, r.words, :run, :now, :now
                          FROM jsonb_to_recordset(CAST(:records AS jsonb)) AS r (identifier text, title text,
                            description text, publisher text, modified timestamptz, licence text, rights text,
                            themes jsonb, landing text, offers jsonb, digest text, words text)
                        ON CONFLICT (source, foreign_id) DO UPDATE SET title = excluded.title,
                            description = excluded.description, publisher = excluded.publisher,
                            modified = excluded.modified, licence = excluded.licence, rights = excluded.rights,
                            themes = excluded.themes, landing = excluded.landing, offers = excluded.offers,
                            digest = excluded.digest, words = excluded.words, run = excluded.run,
                            changed_at = excluded.changed_at, gone_at = NULL""")
                .param("source", source)
                .param("run", run)
                .param("now", time(now))
                .param("records", RecordJson.write(records))
                .update();
    }

    /** Those are still there. */
    void touch(long source, long run, Collection<String> identifiers) {
        if (!identifiers.isEmpty()) {
            jdbc.sql("UPDATE harvest.entry SET run = ?, gone_at = NULL WHERE source = ? AND foreign_id = ANY (?)")
                    .params(run, source, identifiers.toArray(String[]::new))
                    .update();
        }
    }

    boolean hasSeen(long source, long run, Collection<String> identifiers) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM harvest.entry WHERE source = :source AND foreign_id = ANY (:ids) AND run = :run)
                            OR EXISTS (SELECT 1 FROM harvest.rejected WHERE source = :source AND mark = ANY (:ids) AND run = :run)""")
                .param("source", source)
                .param("ids", identifiers.toArray(String[]::new))
                .param("run", run)
                .query(Boolean.class)
                .single();
    }

    /** Whether the run saw any. */
    boolean hasAny(long source, long run) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM harvest.entry WHERE source = ? AND run = ?)")
                .params(source, run)
                .query(Boolean.class)
                .single();
    }

    /** Those that the run did not see are gone. @return how many */
    long markGone(long source, long run, Instant now) {
        return jdbc.sql("UPDATE harvest.entry SET gone_at = ? WHERE source = ? AND run <> ? AND gone_at IS NULL")
                .params(time(now), source, run)
                .update();
    }

    /** The newest first. @param audience whose sources alone; empty for all @param source 0 for all */
    public List<ForeignEntry> list(String words, String audience, long source, long before, int limit) {
        return asked(
                        "SELECT e.*, s.name, s.address FROM harvest.entry e JOIN harvest.source s ON s.id = e.source WHERE "
                                + FITS + " AND e.id < :before ORDER BY e.id DESC LIMIT :limit",
                        words,
                        audience,
                        source)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    /** How many fit, counted up to so many. */
    public long count(String words, String audience, long source) {
        return asked(
                        "SELECT count(*) FROM (SELECT 1 FROM harvest.entry e JOIN harvest.source s ON s.id = e.source WHERE "
                                + FITS + " LIMIT :most) AS fitting",
                        words,
                        audience,
                        source)
                .param("most", ForeignEntry.Listing.MOST)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String statement, String words, String audience, long source) {
        return jdbc.sql(statement)
                .param("words", words)
                .param("pattern", LikePattern.containing(words))
                .param("source", source)
                .param("audience", audience);
    }

    /** One, gone or not. */
    public Optional<ForeignEntry> find(long id, String audience) {
        return jdbc.sql("""
                        SELECT e.*, s.name, s.address FROM harvest.entry e JOIN harvest.source s ON s.id = e.source
                         WHERE e.id = :id AND (:audience = '' OR s.audience = :audience)""")
                .param("id", id)
                .param("audience", audience)
                .query((row, number) -> entry(row))
                .optional();
    }

    /** How many of each source are not gone. */
    public Map<Long, Long> counts() {
        return jdbc
                .sql("SELECT source, count(*) FROM harvest.entry WHERE gone_at IS NULL GROUP BY source")
                .query((row, number) -> Map.entry(row.getLong(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ForeignEntry entry(ResultSet row) throws SQLException {
        var record = new ForeignRecord(
                row.getString("foreign_id"),
                row.getString("title"),
                row.getString("description"),
                row.getString("publisher"),
                Optional.ofNullable(row.getObject("modified", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                new ForeignRecord.Terms(row.getString("licence"), row.getString("rights")),
                RecordJson.themes(row.getString("themes")),
                row.getString("landing"),
                RecordJson.offers(row.getString("offers")));
        return new ForeignEntry(
                row.getLong("id"),
                new ForeignEntry.Origin(row.getLong("source"), row.getString("name"), row.getString("address")),
                record,
                instant(row, "first_at"),
                Optional.ofNullable(row.getObject("gone_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
