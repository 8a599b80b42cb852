package org.tongqu.platform.matter.services.internal;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Process files that were approved on the platform, as they are kept. */
final class ProcessRevisions {

    private final JdbcClient jdbc;

    ProcessRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param deliveredHash of the file it was drawn over */
    record Row(String packId, int number, String file, String deliveredHash, byte[] body) {}

    /** Of one pack those that may stand over what is delivered, of each file the latest, the newest first. */
    record Latest(List<Row> rows) {

        Latest {
            rows = List.copyOf(rows);
        }

        Latest newest(int most) {
            return new Latest(rows.subList(0, most));
        }

        Map<String, byte[]> bodies() {
            var bodies = new HashMap<String, byte[]>();
            rows.forEach(row -> bodies.put(row.file(), row.body()));
            return bodies;
        }

        Map<String, Integer> numbers() {
            var numbers = new HashMap<String, Integer>();
            rows.forEach(row -> numbers.put(row.file(), row.number()));
            return numbers;
        }
    }

    /** How many there are at all; changes when one is added, as none is ever taken away. */
    long count() {
        return jdbc.sql("SELECT count(*) FROM services.process_revision")
                .query(Long.class)
                .single();
    }

    List<String> packs() {
        return jdbc.sql("SELECT DISTINCT pack_id FROM services.process_revision ORDER BY pack_id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    Latest latest(PackFiles delivered) {
        var rows = jdbc.sql("""
                        SELECT * FROM (
                            SELECT DISTINCT ON (file) pack_id, number, file, delivered_hash, body
                              FROM services.process_revision WHERE pack_id = ? ORDER BY file, number DESC) latest
                         ORDER BY number DESC""")
                .param(delivered.id())
                .query((row, number) -> new Row(
                        row.getString("pack_id"),
                        row.getInt("number"),
                        row.getString("file"),
                        row.getString("delivered_hash"),
                        row.getBytes("body")))
                .list();
        return new Latest(rows.stream()
                .filter(row -> delivered.hash(row.file()).equals(row.deliveredHash()))
                .toList());
    }

    /** The next number of a pack; nobody else gets one of it until the transaction ends. */
    int next(String packId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('process_revision ' || ?, 0))")
                .param(packId)
                .query(row -> {});
        return jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM services.process_revision WHERE pack_id = ?")
                .param(packId)
                .query(Integer.class)
                .single();
    }

    void add(Row row, String contentHash, OffsetDateTime at) {
        jdbc.sql("""
                        INSERT INTO services.process_revision
                            (pack_id, number, file, delivered_hash, body, content_hash, made_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(row.packId(), row.number(), row.file(), row.deliveredHash(), row.body(), contentHash, at)
                .update();
    }
}
