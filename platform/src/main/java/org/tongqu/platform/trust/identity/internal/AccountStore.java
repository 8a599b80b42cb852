package org.tongqu.platform.trust.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.seals.Seals;

/** The table of accounts. Citizen numbers and mobiles go in and out sealed. */
@Component
public class AccountStore {

    private static final String COLUMNS =
            "id, door, name, staff, sign_in_name, password, password_set_at, password_once FROM identity.account";

    private final JdbcClient sql;
    private final FieldCipher numbers;
    private final FieldCipher mobiles;

    AccountStore(JdbcClient sql, Seals seals) {
        this.sql = sql;
        this.numbers = seals.cipher("identity.account.number");
        this.mobiles = seals.cipher("identity.account.mobile");
    }

    /** Whoever the typed name stands for at this door. */
    Optional<StoredAccount> findByName(Door door, String typed) {
        return switch (door) {
            case OFFICER -> findBy("sign_in_name = :key", typed.strip().toLowerCase(Locale.ROOT));
            case CITIZEN -> findCitizen(typed);
        };
    }

    private Optional<StoredAccount> findCitizen(String typed) {
        if (CitizenNumber.parse(typed) instanceof Outcome.Done<CitizenNumber, ?>(var number)) {
            return findByNumber(number);
        }
        if (MobileNumber.parse(typed) instanceof Outcome.Done<MobileNumber, ?>(var mobile)) {
            return findByMobile(mobile);
        }
        return Optional.empty();
    }

    Optional<StoredAccount> findByNumber(CitizenNumber number) {
        return findByIndex("number_index = ANY (?)", numbers.indexes(number.value()));
    }

    /** The person with this number, when they have an account. */
    public Optional<SignedIn.Citizen> findCitizen(CitizenNumber number) {
        return findByNumber(number)
                .filter(account -> account.door() == Door.CITIZEN)
                .map(account -> new SignedIn.Citizen(account.id(), account.name()));
    }

    Optional<StoredAccount> findByMobile(MobileNumber mobile) {
        return findByIndex("mobile_index = ANY (?)", mobiles.indexes(mobile.value()));
    }

    Optional<StoredAccount> find(String id) {
        return findBy("id = :key", id);
    }

    private Optional<StoredAccount> findBy(String condition, String key) {
        return sql.sql("SELECT " + COLUMNS + " WHERE disabled_at IS NULL AND " + condition)
                .param("key", key)
                .query((row, number) -> account(row))
                .optional();
    }

    private Optional<StoredAccount> findByIndex(String condition, List<byte[]> indexes) {
        return sql.sql("SELECT " + COLUMNS + " WHERE disabled_at IS NULL AND " + condition)
                .param(indexes.toArray(byte[][]::new))
                .query((row, number) -> account(row))
                .optional();
    }

    void addCitizen(String id, String name, CitizenNumber number, MobileNumber mobile, String hash, Instant now) {
        sql.sql("""
                INSERT INTO identity.account (id, door, name, number_sealed, number_index, mobile_sealed, mobile_index,
                                              password, password_set_at, created_at)
                VALUES (:id, 'citizen', :name, :number, :numberIndex, :mobile, :mobileIndex, :password, :now, :now)
                """)
                .param("id", id)
                .param("name", name)
                .param("number", numbers.seal(number.value()))
                .param("numberIndex", numbers.index(number.value()))
                .param("mobile", mobiles.seal(mobile.value()))
                .param("mobileIndex", mobiles.index(mobile.value()))
                .param("password", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void addOfficer(StoredAccount officer) {
        sql.sql("""
                INSERT INTO identity.account
                       (id, door, name, staff, sign_in_name, password, password_set_at, password_once, created_at)
                VALUES (:id, 'officer', :name, :staff, :signInName, :password, :now, :once, :now)
                """)
                .param("once", officer.isForOnce())
                .param("id", officer.id())
                .param("name", officer.name())
                .param("staff", officer.staff())
                .param("signInName", officer.signInName())
                .param("password", officer.password())
                .param("now", officer.passwordSetAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void signedIn(String id, Instant now) {
        sql.sql("UPDATE identity.account SET last_sign_in_at = :now WHERE id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Puts the new hash and keeps the old one among those of the past. */
    void changePassword(String id, String hash, Instant now) {
        put(id, hash, now, false);
    }

    /** The same for a password that somebody else gave them. */
    void lendPassword(String id, String hash, Instant now) {
        put(id, hash, now, true);
    }

    private void put(String id, String hash, Instant now, boolean isForOnce) {
        sql.sql("""
                INSERT INTO identity.past_password (account, set_at, password)
                SELECT id, password_set_at, password FROM identity.account WHERE id = :id
                ON CONFLICT DO NOTHING
                """).param("id", id).update();
        sql.sql("""
                UPDATE identity.account SET password = :hash, password_set_at = :now, password_once = :once
                 WHERE id = :id
                """)
                .param("once", isForOnce)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** The officer's account, locked or not, held until the transaction ends. */
    Optional<StoredAccount> holdOfStaff(String staff) {
        return sql.sql("SELECT " + COLUMNS + " WHERE staff = ? FOR UPDATE")
                .param(staff)
                .query((row, number) -> account(row))
                .optional();
    }

    /** The same by the name they sign in with. */
    Optional<StoredAccount> holdOfName(String signInName) {
        return sql.sql("SELECT " + COLUMNS + " WHERE sign_in_name = ? FOR UPDATE")
                .param(signInName)
                .query((row, number) -> account(row))
                .optional();
    }

    boolean isNameTaken(String signInName) {
        return sql.sql("SELECT EXISTS (SELECT FROM identity.account WHERE sign_in_name = ?)")
                .param(signInName)
                .query(Boolean.class)
                .single();
    }

    List<String> pastPasswords(String id, int kept) {
        return sql.sql("""
                SELECT password FROM identity.past_password WHERE account = :id ORDER BY set_at DESC LIMIT :kept
                """)
                .param("id", id)
                .param("kept", kept)
                .query((row, number) -> row.getString("password"))
                .list();
    }

    public CitizenNumber citizenNumber(String id) {
        var sealed = sql.sql("SELECT number_sealed FROM identity.account WHERE id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        return new CitizenNumber(numbers.openText(sealed));
    }

    boolean anyOfDemo() {
        return sql.sql("SELECT EXISTS (SELECT FROM identity.account WHERE demo)")
                .query(Boolean.class)
                .single();
    }

    private static StoredAccount account(ResultSet row) throws SQLException {
        return new StoredAccount(
                row.getString("id"),
                Door.valueOf(row.getString("door").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getString("staff"),
                row.getString("sign_in_name"),
                row.getString("password"),
                row.getObject("password_set_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("password_once"));
    }
}
