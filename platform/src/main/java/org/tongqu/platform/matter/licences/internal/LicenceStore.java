package org.tongqu.platform.matter.licences.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.Validity;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.licences.Licence;
import org.tongqu.platform.matter.licences.Licences;
import org.tongqu.platform.operate.store.LikePattern;

/** Licences as they were handed out. */
@Repository
public class LicenceStore {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    LicenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the series; whoever asks next waits until this transaction ends, so that none is left out. */
    int nextNumber(String series, int year) {
        return jdbc.sql("""
                        INSERT INTO licences.number_series (series, year, last) VALUES (?, ?, 1)
                        ON CONFLICT (series, year) DO UPDATE SET last = number_series.last + 1
                        RETURNING last""").params(series, year).query(Integer.class).single();
    }

    public void insert(Licence licence) {
        jdbc.sql("""
                        INSERT INTO licences.licence (identifier, token, template, type_code, title, number, case_id,
                            receipt, pack_id, pack_hash, holder, holder_name, issuer, issuer_name, document,
                            content_hash, issued_at, valid_from, valid_until)
                        VALUES (?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        licence.identifier(),
                        licence.token(),
                        licence.kind().template(),
                        licence.kind().typeCode(),
                        json(licence.kind().title()).canonical(),
                        licence.number(),
                        UUID.fromString(licence.origin().caseId()),
                        licence.origin().receipt().value(),
                        licence.origin().packId(),
                        licence.origin().packHash(),
                        licence.holder().account(),
                        licence.holder().name(),
                        licence.issuer().code(),
                        licence.issuer().name(),
                        json(licence.lines()).canonical(),
                        licence.contentHash(),
                        time(licence.issuedAt()),
                        licence.validity().from(),
                        licence.validity().until().orElse(null)))
                .update();
    }

    public Optional<Licence> findByToken(String token) {
        return jdbc.sql("SELECT * FROM licences.licence WHERE token = ?")
                .param(token)
                .query((row, number) -> licence(row))
                .optional();
    }

    public List<Licence> ofNumber(String number) {
        return jdbc.sql("""
                        SELECT * FROM licences.licence WHERE number = ? OR identifier = ?
                        ORDER BY issued_at DESC, identifier LIMIT ?""")
                .params(number, number, MOST)
                .query((row, at) -> licence(row))
                .list();
    }

    /** @param after the identifier of the last one of the page before */
    public Licences.Listed page(String words, Optional<String> after, int most) {
        var found = jdbc.sql("SELECT * FROM licences.licence WHERE true"
                        + (words.isEmpty() ? "" : " AND (lower(holder_name) LIKE :pattern OR number = :words)")
                        + (after.isEmpty() ? "" : """
                                 AND (issued_at, identifier)
                                < (SELECT issued_at, identifier FROM licences.licence WHERE identifier = :after)""")
                        + " ORDER BY issued_at DESC, identifier DESC LIMIT :most")
                .param("pattern", LikePattern.containing(words))
                .param("words", words)
                .param("most", most + 1)
                .param("after", after.orElse(null))
                .query((row, at) -> licence(row))
                .list();
        return found.size() <= most
                ? new Licences.Listed(found, Optional.empty())
                : new Licences.Listed(
                        found.subList(0, most), Optional.of(found.get(most - 1).identifier()));
    }

    public List<Licence> ofHolder(String account) {
        return jdbc.sql("""
                        SELECT * FROM licences.licence WHERE holder = ?
                        ORDER BY issued_at DESC, identifier LIMIT ?""")
                .params(account, MOST)
                .query((row, at) -> licence(row))
                .list();
    }

    public List<Licence> ofCase(UUID caseId) {
        return jdbc.sql("SELECT * FROM licences.licence WHERE case_id = ? ORDER BY template")
                .param(caseId)
                .query((row, at) -> licence(row))
                .list();
    }

    public Optional<Licence> findForUpdate(String identifier) {
        return jdbc.sql("SELECT * FROM licences.licence WHERE identifier = ? FOR UPDATE")
                .param(identifier)
                .query((row, at) -> licence(row))
                .optional();
    }

    public void revoke(String identifier, Licence.Revoked revoked) {
        jdbc.sql("UPDATE licences.licence SET revoked_at = ?, revoked_why = ? WHERE identifier = ?")
                .params(time(revoked.at()), revoked.why(), identifier)
                .update();
    }

    public static Datum json(Label label) {
        return Datum.empty().with("zh", Datum.of(label.zh())).with("en", Datum.of(label.en()));
    }

    public static Datum json(List<Licence.Line> lines) {
        List<Datum> items = new ArrayList<>();
        for (var line : lines) {
            Map<String, Datum> fields = new LinkedHashMap<>();
            fields.put("name", Datum.of(line.name()));
            fields.put("heading", json(line.heading()));
            fields.put("value", Datum.of(line.value()));
            items.add(new Datum.Fields(fields));
        }
        return Datum.of(items);
    }

    private static Label label(Datum json) {
        return new Label(json.text("zh").orElseThrow(), json.text("en").orElse(""));
    }

    private static Licence licence(ResultSet row) throws SQLException {
        var lines = DatumJson.read(row.getString("document")).items("").stream()
                .map(line -> new Licence.Line(
                        line.text("name").orElseThrow(),
                        label(line.at("heading")),
                        line.text("value").orElse("")))
                .toList();
        var revokedWhy = row.getString("revoked_why");
        return new Licence(
                row.getString("identifier"),
                row.getString("number"),
                row.getString("token"),
                new Licence.Kind(
                        row.getString("template"),
                        row.getString("type_code"),
                        label(DatumJson.read(row.getString("title")))),
                new Licence.Origin(
                        row.getString("case_id"),
                        new ReceiptNumber(row.getString("receipt")),
                        row.getString("pack_id"),
                        row.getString("pack_hash")),
                new Licence.Holder(row.getString("holder"), row.getString("holder_name")),
                new Licence.Issuer(row.getString("issuer"), row.getString("issuer_name")),
                lines,
                row.getString("content_hash"),
                new Validity(
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class))),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(at -> new Licence.Revoked(at.toInstant(), revokedWhy)));
    }
}
