package org.tongqu.platform.matter.intake.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.intake.ContentType;
import org.tongqu.platform.matter.intake.Correction;
import org.tongqu.platform.matter.intake.Draft;
import org.tongqu.platform.matter.intake.Material;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.intake.Submitted.Applicant;
import org.tongqu.platform.matter.intake.Submitted.PackRef;

/** Drafts and their files. Every statement names the owner: a draft of somebody else is not there. */
@Repository
public class DraftStore {

    /** How much more a person can keep open at once than anybody needs. */
    public static final int MOST_DRAFTS = 50;

    private final JdbcClient jdbc;
    private final Vault vault;

    DraftStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Whether the read is followed by a change in the same transaction. */
    public enum Purpose {
        LOOK,
        CHANGE
    }

    public void insert(Draft draft) {
        jdbc.sql("""
                        INSERT INTO intake.draft (id, owner, owner_name, pack_id, pack_version, pack_hash, filled,
                            saved_pages, submit_token, receipt, reopened, started_at, saved_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?)
                        ON CONFLICT (owner, receipt) DO UPDATE SET
                            reopened = excluded.reopened, filled = excluded.filled, saved_at = excluded.saved_at""")
                .params(Arrays.asList(
                        UUID.fromString(draft.id()),
                        draft.owner().account(),
                        draft.owner().name(),
                        draft.pack().id(),
                        draft.pack().version(),
                        draft.pack().contentHash(),
                        vault.seal(draft.filled()),
                        draft.savedPages().toArray(String[]::new),
                        draft.submitToken(),
                        draft.correction()
                                .map(notice -> notice.receipt().value())
                                .orElse(null),
                        draft.correction()
                                .map(notice -> Stored.of(notice).canonical())
                                .orElse(null),
                        time(draft.startedAt()),
                        time(draft.savedAt())))
                .update();
    }

    public long count(String owner) {
        return jdbc.sql("SELECT count(*) FROM intake.draft WHERE owner = ?")
                .param(owner)
                .query(Long.class)
                .single();
    }

    public List<Draft> ofOwner(String owner) {
        return jdbc.sql("SELECT * FROM intake.draft WHERE owner = ? ORDER BY saved_at DESC LIMIT ?")
                .params(owner, MOST_DRAFTS)
                .query((row, number) -> draft(row, List.of()))
                .list();
    }

    public Optional<Draft> find(String owner, UUID id, Purpose purpose) {
        var lock = purpose == Purpose.CHANGE ? " FOR UPDATE" : "";
        return jdbc.sql("SELECT * FROM intake.draft WHERE id = ? AND owner = ?" + lock)
                .params(id, owner)
                .query((row, number) -> draft(row, List.of()))
                .optional()
                .map(draft -> with(draft, materials(id)));
    }

    public Optional<UUID> idOfCorrection(String owner, ReceiptNumber receipt) {
        return jdbc.sql("SELECT id FROM intake.draft WHERE owner = ? AND receipt = ?")
                .params(owner, receipt.value())
                .query(UUID.class)
                .optional();
    }

    public void update(Draft draft) {
        jdbc.sql("""
                        UPDATE intake.draft
                        SET filled = ?, saved_pages = ?, saved_at = ?
                        WHERE id = ?""")
                .params(
                        vault.seal(draft.filled()),
                        draft.savedPages().toArray(String[]::new),
                        time(draft.savedAt()),
                        UUID.fromString(draft.id()))
                .update();
    }

    public void delete(UUID id) {
        jdbc.sql("DELETE FROM intake.material WHERE draft_id = ?").param(id).update();
        jdbc.sql("DELETE FROM intake.draft WHERE id = ?").param(id).update();
    }

    /** Takes the notice back with everything that was filled in for it. */
    public void deleteCorrection(ReceiptNumber receipt) {
        jdbc.sql("""
                        WITH gone AS (DELETE FROM intake.draft WHERE receipt = ? RETURNING id)
                        DELETE FROM intake.material WHERE draft_id IN (SELECT id FROM gone)""").param(receipt.value()).update();
    }

    /** The draft has become a submission: its files belong to the receipt from now on. */
    public void handIn(UUID id, ReceiptNumber receipt) {
        jdbc.sql("""
                        WITH gone AS (DELETE FROM intake.draft WHERE id = ?)
                        UPDATE intake.material SET draft_id = NULL, receipt = ? WHERE draft_id = ?""").params(id, receipt.value(), id).update();
    }

    /** A file with what is known of it. */
    record Attached(Material material, byte[] content) {}

    /** Puts the files into the draft, in one statement. */
    void attach(UUID draft, String owner, List<Attached> files) {
        var all = files.stream().map(Attached::material).toList();
        jdbc.sql("""
                        INSERT INTO intake.material (id, draft_id, owner, material_id, file_name, content_type, size,
                            sha256, content, uploaded_at, scanned_by)
                        SELECT row.id, ?, ?, row.material_id, row.file_name, row.content_type, row.size, row.sha256,
                            row.content, row.uploaded_at, row.scanned_by
                        FROM unnest(CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
                            CAST(? AS integer[]), CAST(? AS text[]), CAST(? AS bytea[]), CAST(? AS timestamptz[]),
                            CAST(? AS text[]))
                            AS row (id, material_id, file_name, content_type, size, sha256, content, uploaded_at,
                                scanned_by)""")
                .params(
                        draft,
                        owner,
                        each(all, Material::id),
                        each(all, Material::materialId),
                        each(all, Material::fileName),
                        each(all, material -> material.type().mediaType()),
                        all.stream().map(Material::size).toArray(Integer[]::new),
                        each(all, Material::sha256),
                        files.stream()
                                .map(file -> vault.sealFile(file.content()))
                                .toArray(byte[][]::new),
                        each(all, material -> material.uploadedAt().toString()),
                        all.stream()
                                .map(material -> material.scannedBy().orElse(null))
                                .toArray(String[]::new))
                .update();
    }

    private static String[] each(List<Material> materials, Function<Material, String> field) {
        return materials.stream().map(field).toArray(String[]::new);
    }

    public boolean detach(UUID draft, UUID material) {
        return jdbc.sql("DELETE FROM intake.material WHERE id = ? AND draft_id = ?")
                        .params(material, draft)
                        .update()
                == 1;
    }

    /** The bytes of a file, held by a draft or a receipt of this owner. */
    public Optional<byte[]> content(UUID material, String owner) {
        return jdbc.sql("SELECT content FROM intake.material WHERE id = ? AND owner = ?")
                .params(material, owner)
                .query((row, number) -> vault.file(row.getBytes(1)))
                .optional();
    }

    /** The bytes of a file handed in under the receipt. */
    public Optional<byte[]> content(UUID material, ReceiptNumber receipt) {
        return jdbc.sql("SELECT content FROM intake.material WHERE id = ? AND receipt = ?")
                .params(material, receipt.value())
                .query((row, number) -> vault.file(row.getBytes(1)))
                .optional();
    }

    private List<Material> materials(UUID draft) {
        return jdbc.sql("""
                        SELECT id, material_id, file_name, content_type, size, sha256, uploaded_at, scanned_by
                        FROM intake.material WHERE draft_id = ? ORDER BY uploaded_at, id""").param(draft).query((row, number) -> material(row)).list();
    }

    private static Material material(ResultSet row) throws SQLException {
        return new Material(
                row.getString("id"),
                row.getString("material_id"),
                row.getString("file_name"),
                ContentType.fromName(row.getString("content_type")).orElseThrow(),
                row.getInt("size"),
                row.getString("sha256"),
                instant(row, "uploaded_at"),
                Optional.ofNullable(row.getString("scanned_by")));
    }

    private static Draft with(Draft draft, List<Material> materials) {
        return new Draft(
                draft.id(),
                draft.owner(),
                draft.pack(),
                draft.filled(),
                draft.savedPages(),
                materials,
                draft.correction(),
                draft.submitToken(),
                draft.startedAt(),
                draft.savedAt());
    }

    private Draft draft(ResultSet row, List<Material> materials) throws SQLException {
        @Nullable String receipt = row.getString("receipt");
        Optional<Correction> correction = receipt == null
                ? Optional.empty()
                : Optional.of(Stored.correction(new ReceiptNumber(receipt), row.getString("reopened")));
        return new Draft(
                row.getString("id"),
                new Applicant(row.getString("owner"), row.getString("owner_name")),
                new PackRef(row.getString("pack_id"), row.getString("pack_version"), row.getString("pack_hash")),
                vault.filled(row.getBytes("filled")),
                Set.of((String[]) row.getArray("saved_pages").getArray()),
                materials,
                correction,
                row.getString("submit_token"),
                instant(row, "started_at"),
                instant(row, "saved_at"));
    }
}
