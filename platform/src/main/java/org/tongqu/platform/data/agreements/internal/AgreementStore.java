package org.tongqu.platform.data.agreements.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.Agreement.Granted;
import org.tongqu.platform.data.agreements.Agreement.Kept;
import org.tongqu.platform.data.agreements.Agreements;
import org.tongqu.platform.data.agreements.Deed;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.operate.store.YearNumbers;

/** Agreements, what they grant, and their story. */
@Repository
public class AgreementStore {

    private final JdbcClient jdbc;

    AgreementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next id of the year, held until the transaction ends. */
    public String nextId(Instant now) {
        return "GX-" + new YearNumbers(jdbc, "agreements.counter").next(now);
    }

    static String id(int year, int number) {
        return "GX-" + YearNumbers.Taken.written(year, number);
    }

    public void insert(Agreement agreement) {
        jdbc.sql("""
                        INSERT INTO agreements.agreement (id, resource, resource_name, edition, consumer, provider, state,
                            purpose, use_for, basis, frequency, row_limit, starts, ends, due_on, asked_by, asked_name,
                            asked_at, words)
                        VALUES (:id, :resource, :name, :edition, :consumer, :provider, :state, :purpose, :use, :basis,
                            :frequency, :rows, :starts, :ends, :due, :by, :byName, :at, :words)""")
                .param("id", agreement.id())
                .param("resource", agreement.subject().resource().value())
                .param("name", agreement.subject().name())
                .param("edition", agreement.subject().edition())
                .param("consumer", agreement.parties().consumer())
                .param("provider", agreement.parties().provider())
                .param("state", agreement.state().code())
                .param("purpose", agreement.terms().purpose().code())
                .param("use", agreement.terms().use())
                .param("basis", agreement.terms().basis())
                .param("frequency", agreement.terms().frequency().code())
                .param("rows", rows(agreement.terms().rows()))
                .param("starts", agreement.terms().starts())
                .param("ends", agreement.terms().ends())
                .param("due", agreement.dueOn().orElse(null))
                .param("by", agreement.asked().by())
                .param("byName", agreement.asked().name())
                .param("at", time(agreement.asked().at()))
                .param("words", words(agreement))
                .update();
        grant(agreement.id(), agreement.items());
    }

    static String words(Agreement agreement) {
        return String.join(
                        " ",
                        agreement.id(),
                        agreement.subject().resource().value(),
                        agreement.subject().name(),
                        agreement.terms().use())
                .toLowerCase(Locale.ROOT);
    }

    private static @Nullable Long rows(OptionalLong rows) {
        return rows.isPresent() ? rows.getAsLong() : null;
    }

    /** Grants these items and no others. */
    public void grant(String id, List<Granted> items) {
        jdbc.sql("DELETE FROM agreements.granted WHERE agreement = ?").param(id).update();
        jdbc.sql("""
                        INSERT INTO agreements.granted (agreement, position, field, name, masking)
                        SELECT :id, row.position, row.field, row.name, row.masking
                        FROM unnest(:field, :name, :masking) WITH ORDINALITY AS row (field, name, masking, position)""")
                .param("id", id)
                .param("field", items.stream().map(Granted::field).toArray(String[]::new))
                .param("name", items.stream().map(Granted::name).toArray(String[]::new))
                .param(
                        "masking",
                        items.stream().map(item -> item.masking().code()).toArray(String[]::new))
                .update();
    }

    /** Writes what a deed changed. */
    public void update(Agreement after) {
        jdbc.sql("""
                        UPDATE agreements.agreement SET state = :state, row_limit = :rows, ends = :ends,
                            renewal = :renewal, heard = :heard, due_on = :due, version = version + 1 WHERE id = :id""")
                .param("state", after.state().code())
                .param("rows", rows(after.terms().rows()))
                .param("ends", after.terms().ends())
                .param("renewal", after.renewal().orElse(null))
                .param("heard", after.hearing() == Agreement.Hearing.HEARD)
                .param("due", after.dueOn().orElse(null))
                .param("id", after.id())
                .update();
    }

    public void tell(String id, Deed deed) {
        jdbc.sql("""
                        INSERT INTO agreements.deed (agreement, number, deed, at, who, who_name, organisation, why)
                        SELECT :id, count(*) + 1, :deed, :at, :who, :name, :organisation, :why
                        FROM agreements.deed WHERE agreement = :id""")
                .param("id", id)
                .param("deed", deed.deed())
                .param("at", time(deed.at()))
                .param("who", deed.who())
                .param("name", deed.whoName())
                .param("organisation", deed.organisation())
                .param("why", deed.why())
                .update();
    }

    public List<Deed> deeds(String id) {
        return jdbc.sql("SELECT * FROM agreements.deed WHERE agreement = ? ORDER BY number")
                .param(id)
                .query((row, number) -> new Deed(
                        row.getString("deed"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("who_name"),
                        row.getString("organisation"),
                        row.getString("why")))
                .list();
    }

    public Optional<Agreement> find(String id) {
        return with(jdbc.sql("SELECT * FROM agreements.agreement WHERE id = ?")
                        .param(id)
                        .query(AgreementStore::agreement)
                        .list())
                .stream()
                .findFirst();
    }

    /** How often something was done to each; those that are no agreements are left out. */
    public Map<String, Integer> versions(Set<String> ids) {
        var versions = new HashMap<String, Integer>();
        jdbc.sql("SELECT id, version FROM agreements.agreement WHERE id = ANY (?)")
                .param(ids.toArray(String[]::new))
                .query(row -> {
                    versions.put(row.getString(1), row.getInt(2));
                });
        return versions;
    }

    /** The agreement, held until the transaction ends. */
    public Optional<Agreement> lock(String id) {
        return with(jdbc.sql("SELECT * FROM agreements.agreement WHERE id = ? FOR UPDATE")
                        .param(id)
                        .query(AgreementStore::agreement)
                        .list())
                .stream()
                .findFirst();
    }

    /** What the consumer ever asked for of the resource, the newest first. */
    public List<Agreement> between(String consumer, ResourceCode resource) {
        return with(jdbc.sql("""
                        SELECT * FROM agreements.agreement WHERE resource = ? AND consumer = ?
                        ORDER BY id DESC""")
                .params(resource.value(), consumer)
                .query(AgreementStore::agreement)
                .list());
    }

    /** Who uses the resource under an agreement that is in force or stands still, the newest first. */
    public List<Agreement> under(ResourceCode resource, LocalDate today) {
        return jdbc.sql("""
                        SELECT * FROM agreements.agreement WHERE resource = ? AND state = 'active' AND ends >= ?
                        ORDER BY id DESC LIMIT 100""")
                .params(resource.value(), today)
                .query(AgreementStore::agreement)
                .list();
    }

    /** Where a provider owes an answer, the most urgent first; without what is granted. */
    public List<Agreements.Owed> owed() {
        return jdbc.sql("""
                        SELECT a.*, (SELECT d.at FROM agreements.deed d WHERE d.agreement = a.id
                                     ORDER BY d.number DESC LIMIT 1) AS since
                        FROM agreements.agreement a
                        WHERE a.due_on IS NOT NULL
                          AND (a.state = 'requested' OR a.state = 'active' AND a.renewal IS NOT NULL)
                        ORDER BY a.due_on, a.id""")
                .query((row, number) -> new Agreements.Owed(
                        agreement(row, number),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<Agreement> with(List<Agreement> agreements) {
        if (agreements.isEmpty()) {
            return agreements;
        }
        Map<String, List<Granted>> granted = new HashMap<>();
        jdbc.sql("SELECT * FROM agreements.granted WHERE agreement = ANY (?) ORDER BY agreement, position")
                .param(agreements.stream().map(Agreement::id).toArray(String[]::new))
                .query(row -> {
                    granted.computeIfAbsent(row.getString("agreement"), id -> new ArrayList<>())
                            .add(new Granted(
                                    row.getString("field"),
                                    row.getString("name"),
                                    Coded.of(Masking.class, row.getString("masking"))));
                });
        return agreements.stream()
                .map(one -> Changing.of(one).granting(granted.getOrDefault(one.id(), List.of())))
                .toList();
    }

    static Agreement agreement(ResultSet row, int number) throws SQLException {
        var limit = row.getLong("row_limit");
        var rows = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(limit);
        return new Agreement(
                row.getString("id"),
                new Agreement.Subject(
                        new ResourceCode(row.getString("resource")),
                        row.getString("resource_name"),
                        row.getInt("edition")),
                new Agreement.Parties(row.getString("consumer"), row.getString("provider")),
                Coded.of(Kept.class, row.getString("state")),
                new Agreement.Terms(
                        Coded.of(Purpose.class, row.getString("purpose")),
                        row.getString("use_for"),
                        row.getString("basis"),
                        Coded.of(Cycle.class, row.getString("frequency")),
                        rows,
                        row.getObject("starts", LocalDate.class),
                        row.getObject("ends", LocalDate.class)),
                List.of(),
                Optional.ofNullable(row.getObject("renewal", LocalDate.class)),
                row.getBoolean("heard") ? Agreement.Hearing.HEARD : Agreement.Hearing.NOT_YET,
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                new Agreement.Asked(
                        row.getString("asked_by"),
                        row.getString("asked_name"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()),
                row.getInt("version"));
    }
}
