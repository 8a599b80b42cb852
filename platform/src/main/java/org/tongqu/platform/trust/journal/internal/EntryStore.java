package org.tongqu.platform.trust.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.platform.operate.store.Later;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Recorded;
import org.tongqu.platform.trust.journal.Search;

/** Adds entries and reads them; there is no third verb. */
@Component
public class EntryStore {

    private final JdbcClient sql;
    private final Later later;

    EntryStore(JdbcClient sql, Later later) {
        this.sql = sql;
        this.later = later;
    }

    public void insert(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        later.write(
                """
                INSERT INTO journal.entry (at, who, who_name, verb, subject_kind, subject, why, agreement, details)
                SELECT * FROM unnest(?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                     ?::text[], ?::text[])
                """,
                texts(entries, entry -> entry.at().toString()),
                texts(entries, entry -> entry.who().id()),
                texts(entries, entry -> entry.who().name()),
                texts(entries, Entry::verb),
                texts(entries, entry -> entry.subject().kind()),
                texts(entries, entry -> entry.subject().id()),
                texts(entries, entry -> entry.why().orElse(null)),
                texts(entries, entry -> entry.agreement().orElse(null)),
                texts(entries, entry -> entry.details().canonical()));
    }

    public List<Recorded> ofSubject(Entry.Subject subject) {
        return sql.sql("""
                SELECT e.id, e.at, e.who, e.who_name, e.verb, e.subject_kind, e.subject, e.why, e.agreement, e.details,
                       l.number
                  FROM journal.entry e LEFT JOIN journal.link l ON l.entry = e.id
                 WHERE e.subject_kind = :kind AND e.subject = :subject ORDER BY e.id
                """)
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .query((row, number) -> recorded(row))
                .list();
    }

    public List<Recorded> ofWho(String who, long before, int limit) {
        return sql.sql("""
                SELECT e.id, e.at, e.who, e.who_name, e.verb, e.subject_kind, e.subject, e.why, e.agreement, e.details,
                       l.number
                  FROM journal.entry e LEFT JOIN journal.link l ON l.entry = e.id
                 WHERE e.who = :who AND e.id < :before ORDER BY e.id DESC LIMIT :limit
                """)
                .param("who", who)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> recorded(row))
                .list();
    }

    public List<Recorded> find(Search search, long before, int limit) {
        return sql.sql("""
                SELECT e.id, e.at, e.who, e.who_name, e.verb, e.subject_kind, e.subject, e.why, e.agreement, e.details,
                       l.number
                  FROM journal.entry e LEFT JOIN journal.link l ON l.entry = e.id
                 WHERE e.at >= :from AND e.at < :until AND e.id < :before
                   AND (:who::text IS NULL OR e.who = :who OR e.who_name = :who)
                   AND (:verb::text IS NULL OR starts_with(e.verb, :verb))
                   AND (:subject::text IS NULL OR e.subject = :subject)
                 ORDER BY e.id DESC LIMIT :limit
                """)
                .param("from", search.from().atOffset(ZoneOffset.UTC))
                .param("until", search.until().atOffset(ZoneOffset.UTC))
                .param("before", before)
                .param("who", search.who().orElse(null))
                .param("verb", search.verb().orElse(null))
                .param("subject", search.subject().orElse(null))
                .param("limit", limit)
                .query((row, number) -> recorded(row))
                .list();
    }

    private static @Nullable String[] texts(List<Entry> entries, Function<Entry, @Nullable String> part) {
        return entries.stream().map(part).toArray(String[]::new);
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        var link = row.getObject("number", Long.class);
        return new Recorded(row.getLong("id"), entry(row), Optional.ofNullable(link));
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Entry.Doer(row.getString("who"), row.getString("who_name")),
                row.getString("verb"),
                new Entry.Subject(row.getString("subject_kind"), row.getString("subject")),
                Optional.ofNullable(row.getString("why")),
                Optional.ofNullable(row.getString("agreement")),
                DatumJson.read(row.getString("details")));
    }
}
