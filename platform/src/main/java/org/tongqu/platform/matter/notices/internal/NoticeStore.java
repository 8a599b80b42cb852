package org.tongqu.platform.matter.notices.internal;

import static org.tongqu.platform.operate.store.Columns.column;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.engines.packs.Notice;
import org.tongqu.engines.packs.Notices;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.text.Language;
import org.tongqu.platform.matter.notices.GivenNotice;
import org.tongqu.platform.matter.notices.NoticeChannel.Batch;
import org.tongqu.platform.matter.notices.NoticePage;
import org.tongqu.platform.matter.notices.Telling;
import org.tongqu.platform.matter.services.PlaceNames;
import org.tongqu.platform.matter.services.ServiceCatalogue;

/** What was told, and when it was read. */
@Repository
public class NoticeStore {

    private static final int PAGE = 20;

    private final JdbcClient jdbc;
    private final ServiceCatalogue catalogue;
    private final PlaceNames places;

    NoticeStore(JdbcClient jdbc, ServiceCatalogue catalogue, PlaceNames places) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.places = places;
    }

    /** One notice to one person. */
    private record Row(String notice, String recipient, String said) {}

    /** Writes all that one act has to tell, in one statement. */
    void insert(Batch batch) {
        var rows = new ArrayList<Row>();
        for (var told : batch.told()) {
            var said = told.values().canonical();
            told.recipients()
                    .forEach(recipient -> rows.add(new Row(told.notice().id(), recipient, said)));
        }
        jdbc.sql("""
                        INSERT INTO notices.notice (case_id, version, receipt, pack_hash, told_at, notice, recipient, said)
                        SELECT ?, ?, ?, ?, ?, row.notice, row.recipient, row.said
                        FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS jsonb[]))
                            AS row (notice, recipient, said)""")
                .params(
                        UUID.fromString(batch.head().caseId()),
                        batch.version(),
                        batch.head().receipt().value(),
                        batch.head().pack().contentHash(),
                        time(batch.at()),
                        column(rows, Row::notice),
                        column(rows, Row::recipient),
                        column(rows, Row::said))
                .update();
    }

    /** Writes what is of no case, with its words. */
    public void insert(Telling telling) {
        var words = telling.words();
        var said = Datum.empty()
                .with(
                        "title",
                        Datum.of(List.of(
                                Datum.of(words.title().zh()),
                                Datum.of(words.title().en()))))
                .with(
                        "text",
                        Datum.of(List.of(
                                Datum.of(words.text().zh()),
                                Datum.of(words.text().en()))));
        jdbc.sql("""
                        INSERT INTO notices.notice (case_id, version, receipt, pack_hash, told_at, notice, recipient, said, href)
                        SELECT ?, ?, '', '', ?, ?, recipient, CAST(? AS jsonb), ? FROM unnest(CAST(? AS text[])) AS recipient
                        ON CONFLICT DO NOTHING""")
                .params(
                        telling.subject(),
                        telling.version(),
                        time(telling.at()),
                        telling.kind(),
                        said.canonical(),
                        words.href(),
                        telling.recipients().toArray(String[]::new))
                .update();
    }

    public long unread(String recipient) {
        return jdbc.sql("SELECT count(*) FROM notices.notice WHERE recipient = ? AND read_at IS NULL")
                .param(recipient)
                .query(Long.class)
                .single();
    }

    public NoticePage page(String recipient, Optional<String> after) {
        var from = after.flatMap(Key::parse);
        var found = jdbc.sql("""
                        SELECT * FROM notices.notice
                        WHERE recipient = :recipient
                          AND (CAST(:at AS timestamptz) IS NULL OR told_at < :at
                            OR told_at = :at AND (case_id, version, notice) > (CAST(:case AS uuid), :version, :notice))
                        ORDER BY told_at DESC, case_id, version, notice LIMIT :limit""")
                .param("recipient", recipient)
                .param("at", from.map(key -> time(key.at())).orElse(null))
                .param("case", from.map(Key::caseId).orElse(null))
                .param("version", from.map(Key::version).orElse(null))
                .param("notice", from.map(Key::notice).orElse(null))
                .param("limit", PAGE + 1)
                .query((row, number) -> given(row))
                .list();
        var next = found.size() > PAGE ? Optional.of(found.get(PAGE - 1).key()) : Optional.<String>empty();
        return new NoticePage(found.subList(0, Math.min(PAGE, found.size())), unread(recipient), next);
    }

    public List<GivenNotice> ofCase(UUID caseId) {
        return jdbc.sql("SELECT * FROM notices.notice WHERE case_id = ? ORDER BY version, notice, recipient")
                .param(caseId)
                .query((row, number) -> given(row))
                .list();
    }

    public void markRead(String recipient, String key, Instant now) {
        Key.parse(key)
                .ifPresent(read -> jdbc.sql("""
                                UPDATE notices.notice SET read_at = ?
                                WHERE case_id = ? AND version = ? AND notice = ? AND recipient = ? AND read_at IS NULL""")
                        .params(time(now), read.caseId(), read.version(), read.notice(), recipient)
                        .update());
    }

    public void markAllRead(String recipient, Instant now) {
        jdbc.sql("UPDATE notices.notice SET read_at = ? WHERE recipient = ? AND read_at IS NULL")
                .params(time(now), recipient)
                .update();
    }

    /** Which of a person's notices. */
    private record Key(Instant at, UUID caseId, int version, String notice) {

        String text() {
            return at + "~" + caseId + "~" + version + "~" + notice;
        }

        static Optional<Key> parse(String text) {
            var parts = text.split("~", 4);
            try {
                return parts.length == 4
                        ? Optional.of(new Key(
                                Instant.parse(parts[0]),
                                UUID.fromString(parts[1]),
                                Integer.parseInt(parts[2]),
                                parts[3]))
                        : Optional.empty();
            } catch (DateTimeParseException | IllegalArgumentException notAKey) {
                return Optional.empty();
            }
        }
    }

    private GivenNotice given(ResultSet row) throws SQLException {
        var at = row.getObject("told_at", OffsetDateTime.class).toInstant();
        var key = new Key(at, row.getObject("case_id", UUID.class), row.getInt("version"), row.getString("notice"));
        var href = Optional.ofNullable(row.getString("href"));
        return new GivenNotice(
                key.text(),
                key.caseId().toString(),
                row.getString("receipt"),
                href.isPresent()
                        ? ownWords(row.getString("said"))
                        : words(row.getString("pack_hash"), key.notice(), row.getString("said")),
                href,
                row.getString("recipient"),
                at,
                Optional.ofNullable(row.getObject("read_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static GivenNotice.Words ownWords(String said) {
        var values = DatumJson.read(said);
        return new GivenNotice.Words(Notice.To.APPLICANT, label(values, "title"), label(values, "text"));
    }

    private static Label label(Datum values, String part) {
        return new Label(
                values.text(part + ".0").orElse(""), values.text(part + ".1").orElse(""));
    }

    private GivenNotice.Words words(String packHash, String id, String said) {
        var pack = catalogue.packByHash(packHash);
        var notice = pack.findNotice(id)
                .orElseThrow(() -> new IllegalStateException("Pack " + packHash + " has no notice " + id));
        var values = DatumJson.read(said);
        var zh = Notices.say(pack, notice, values, Language.ZH, places::full);
        var en = Notices.say(pack, notice, values, Language.EN, places::full);
        return new GivenNotice.Words(notice.to(), new Label(zh.title(), en.title()), new Label(zh.text(), en.text()));
    }
}
