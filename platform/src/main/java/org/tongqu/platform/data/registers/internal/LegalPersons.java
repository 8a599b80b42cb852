package org.tongqu.platform.data.registers.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.data.registers.RegisterRecord;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.data.registers.WriteRefusal;
import org.tongqu.platform.trust.seals.Seals;

/** The register of legal persons. What is public by law has columns; all else is kept sealed. */
@Component
class LegalPersons implements BaseRegister {

    private static final String CODE = "unifiedSocialCreditCode";
    private static final Set<String> COLUMNS = Set.of(
            CODE,
            "name",
            "kind",
            "legalRepresentative",
            "registeredCapital",
            "industryClass",
            "businessScope",
            "division",
            "address",
            "registrar",
            "registrarCode",
            "establishedOn",
            "status");
    private static final String IN_OPERATION = "in-operation";

    private final JdbcClient sql;
    private final FieldCipher more;

    LegalPersons(JdbcClient sql, Seals seals) {
        this.sql = sql;
        this.more = seals.cipher("registers.legal-person.more");
    }

    @Override
    public String name() {
        return Registers.LEGAL_PERSON;
    }

    @Override
    public boolean fits(String identifier) {
        return UnifiedSocialCreditCode.parse(identifier) instanceof Outcome.Done;
    }

    @Override
    public Optional<RegisterRecord> find(String identifier) {
        return sql.sql("SELECT * FROM registers.legal_person WHERE code = :code")
                .param("code", identifier)
                .query((row, number) -> record(row))
                .optional();
    }

    @Override
    public List<RegisterRecord> search(String name, String afterIdentifier, int limit) {
        return sql.sql("""
                SELECT * FROM registers.legal_person
                 WHERE name LIKE '%' || :name || '%' AND code > :after ORDER BY code LIMIT :limit
                """)
                .param("name", LikePattern.literal(name))
                .param("after", afterIdentifier)
                .param("limit", limit)
                .query((row, number) -> record(row))
                .list();
    }

    @Override
    public boolean bears(String name) {
        return sql.sql("SELECT EXISTS (SELECT FROM registers.legal_person WHERE name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<WriteRefusal> findRefusal(Datum all) {
        var fields = new Fields(all);
        return fields.firstMissing(List.of("name", "kind", "legalRepresentative", "division"))
                .or(() -> fields.firstUnfit(List.of("establishedOn"), List.of("registeredCapital")));
    }

    @Override
    public void put(RegisterRecord record) {
        var fields = new Fields(record.fields());
        sql.sql("""
                INSERT INTO registers.legal_person
                       (code, name, kind, representative, capital, industry, scope, division, address, registrar,
                        registrar_code, established_on, status, more_sealed, valid_from, recorded_at, source,
                        source_case)
                VALUES (:code, :name, :kind, :representative, :capital, :industry, :scope, :division, :address,
                        :registrar, :registrarCode, :established, :status, :more, :validFrom, :at, :source, :case)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind,
                       representative = excluded.representative, capital = excluded.capital,
                       industry = excluded.industry, scope = excluded.scope, division = excluded.division,
                       address = excluded.address, registrar = excluded.registrar,
                       registrar_code = excluded.registrar_code, established_on = excluded.established_on,
                       status = excluded.status, more_sealed = excluded.more_sealed,
                       valid_from = excluded.valid_from, recorded_at = excluded.recorded_at,
                       source = excluded.source, source_case = excluded.source_case
                """)
                .param("code", record.identifier())
                .param("name", fields.text("name"))
                .param("kind", fields.text("kind"))
                .param("representative", fields.text("legalRepresentative"))
                .param("capital", fields.number("registeredCapital"))
                .param("industry", fields.text("industryClass"))
                .param("scope", fields.text("businessScope"))
                .param("division", fields.text("division"))
                .param("address", fields.text("address"))
                .param("registrar", fields.text("registrar"))
                .param("registrarCode", fields.text("registrarCode"))
                .param("established", fields.day("establishedOn"))
                .param("status", fields.text("status", IN_OPERATION))
                .param("more", sealedRest(fields))
                .param("validFrom", record.validFrom())
                .param("at", record.recordedAt().atOffset(ZoneOffset.UTC))
                .param("source", record.source())
                .param("case", record.caseId().orElse(null))
                .update();
    }

    private byte @Nullable [] sealedRest(Fields fields) {
        var rest = fields.without(COLUMNS);
        return rest.fields("").isEmpty() ? null : more.seal(rest.canonical());
    }

    @Override
    public byte[] historyKey(String identifier) {
        return identifier.getBytes(UTF_8);
    }

    private RegisterRecord record(ResultSet row) throws SQLException {
        Map<String, Datum> fields = new LinkedHashMap<>();
        put(fields, CODE, row.getString("code"));
        put(fields, "name", row.getString("name"));
        put(fields, "kind", row.getString("kind"));
        put(fields, "legalRepresentative", row.getString("representative"));
        var capital = row.getBigDecimal("capital");
        if (capital != null) {
            fields.put("registeredCapital", Datum.of(capital));
        }
        put(fields, "industryClass", row.getString("industry"));
        put(fields, "businessScope", row.getString("scope"));
        put(fields, "division", row.getString("division"));
        put(fields, "address", row.getString("address"));
        put(fields, "registrar", row.getString("registrar"));
        put(fields, "registrarCode", row.getString("registrar_code"));
        put(fields, "establishedOn", row.getString("established_on"));
        put(fields, "status", row.getString("status"));
        var sealed = row.getBytes("more_sealed");
        if (sealed != null) {
            fields.putAll(DatumJson.read(more.openText(sealed)).fields(""));
        }
        return new RegisterRecord(
                name(),
                row.getString("code"),
                new Datum.Fields(fields),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("source"),
                Optional.ofNullable(row.getString("source_case")));
    }

    private static void put(Map<String, Datum> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, Datum.of(value));
        }
    }
}
