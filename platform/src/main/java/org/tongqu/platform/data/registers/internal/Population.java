package org.tongqu.platform.data.registers.internal;

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
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform.data.registers.RegisterRecord;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.data.registers.WriteRefusal;
import org.tongqu.platform.trust.identity.KnownPersons;
import org.tongqu.platform.trust.seals.Seals;

/** The register of natural persons. Number, address, phone and all that has no column are kept sealed. */
@Component
class Population implements BaseRegister, KnownPersons {

    private static final Set<String> COLUMNS =
            Set.of("citizenNumber", "name", "sex", "bornOn", "division", "address", "phone");

    private final JdbcClient sql;
    private final PersonSeals seals;

    Population(JdbcClient sql, Seals seals) {
        this.sql = sql;
        this.seals = PersonSeals.of(seals);
    }

    @Override
    public String name() {
        return Registers.POPULATION;
    }

    @Override
    public boolean fits(String identifier) {
        return CitizenNumber.parse(identifier) instanceof Outcome.Done;
    }

    @Override
    public Optional<RegisterRecord> find(String identifier) {
        return sql.sql("SELECT * FROM registers.person WHERE number_index = ANY (?)")
                .param(seals.number().indexes(identifier).toArray(byte[][]::new))
                .query((row, number) -> record(row))
                .optional();
    }

    @Override
    public Optional<PersonName> nameOf(CitizenNumber number) {
        return sql.sql("SELECT name FROM registers.person WHERE number_index = ANY (?)")
                .param(seals.number().indexes(number.value()).toArray(byte[][]::new))
                .query((row, at) -> new PersonName(row.getString("name")))
                .optional();
    }

    @Override
    public List<RegisterRecord> search(String name, String afterIdentifier, int limit) {
        var after = afterIdentifier.isEmpty() ? new byte[0] : seals.number().index(afterIdentifier);
        return sql.sql("""
                SELECT * FROM registers.person
                 WHERE name LIKE :name || '%' AND number_index > :after ORDER BY number_index LIMIT :limit
                """)
                .param("name", LikePattern.literal(name))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> record(row))
                .list();
    }

    @Override
    public boolean bears(String name) {
        return sql.sql("SELECT EXISTS (SELECT FROM registers.person WHERE name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<WriteRefusal> findRefusal(Datum all) {
        var fields = new Fields(all);
        return fields.firstMissing(List.of("name", "division"))
                .or(() -> fields.firstUnfit(List.of("bornOn"), List.of()));
    }

    @Override
    public void put(RegisterRecord record) {
        var number = new CitizenNumber(record.identifier());
        var fields = new Fields(record.fields());
        var rest = fields.without(COLUMNS);
        sql.sql("""
                INSERT INTO registers.person
                       (number_index, number_sealed, name, sex, born_on, division, address_sealed, phone_sealed,
                        more_sealed, valid_from, recorded_at, source, source_case)
                VALUES (:index, :number, :name, :sex, :born, :division, :address, :phone, :more, :validFrom, :at,
                        :source, :case)
                ON CONFLICT (number_index) DO UPDATE SET name = excluded.name, division = excluded.division,
                       address_sealed = excluded.address_sealed, phone_sealed = excluded.phone_sealed,
                       more_sealed = excluded.more_sealed, valid_from = excluded.valid_from,
                       recorded_at = excluded.recorded_at, source = excluded.source,
                       source_case = excluded.source_case
                """)
                .param("index", seals.number().index(number.value()))
                .param("number", seals.number().seal(number.value()))
                .param("name", fields.text("name"))
                .param("sex", number.sex() == CitizenNumber.Sex.MALE ? "1" : "2")
                .param("born", number.birth())
                .param("division", fields.text("division"))
                .param("address", sealed(seals.address(), fields.text("address")))
                .param("phone", sealed(seals.phone(), fields.text("phone")))
                .param("more", rest.fields("").isEmpty() ? null : seals.more().seal(rest.canonical()))
                .param("validFrom", record.validFrom())
                .param("at", record.recordedAt().atOffset(ZoneOffset.UTC))
                .param("source", record.source())
                .param("case", record.caseId().orElse(null))
                .update();
    }

    private static byte @Nullable [] sealed(FieldCipher cipher, @Nullable String value) {
        return value == null ? null : cipher.seal(value);
    }

    @Override
    public byte[] historyKey(String identifier) {
        return seals.number().index(identifier);
    }

    private RegisterRecord record(ResultSet row) throws SQLException {
        var number = seals.number().openText(row.getBytes("number_sealed"));
        Map<String, Datum> fields = new LinkedHashMap<>();
        fields.put("citizenNumber", Datum.of(number));
        fields.put("name", Datum.of(row.getString("name")));
        fields.put("sex", Datum.of(row.getString("sex")));
        fields.put("bornOn", Datum.of(row.getString("born_on")));
        fields.put("division", Datum.of(row.getString("division")));
        putOpened(fields, "address", seals.address(), row.getBytes("address_sealed"));
        putOpened(fields, "phone", seals.phone(), row.getBytes("phone_sealed"));
        var more = row.getBytes("more_sealed");
        if (more != null) {
            fields.putAll(DatumJson.read(seals.more().openText(more)).fields(""));
        }
        return new RegisterRecord(
                name(),
                number,
                new Datum.Fields(fields),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("source"),
                Optional.ofNullable(row.getString("source_case")));
    }

    private static void putOpened(
            Map<String, Datum> fields, String name, FieldCipher cipher, byte @Nullable [] sealed) {
        if (sealed != null) {
            fields.put(name, Datum.of(cipher.openText(sealed)));
        }
    }
}
