package org.tongqu.platform.trust.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.operate.store.CopyStream;
import org.tongqu.platform.trust.identity.DemoEnrolment.Awake;
import org.tongqu.platform.trust.identity.DemoEnrolment.DemoCitizen;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.seals.Seals;

/** Writes the accounts of the demo city. */
@Component
public class DemoAccountStore {

    private final JdbcClient sql;
    private final CopyStream copy;
    private final FieldCipher numbers;
    private final FieldCipher mobiles;
    private final Passwords passwords;
    private final Clock clock;

    DemoAccountStore(JdbcClient sql, CopyStream copy, Seals seals, Passwords passwords, Clock clock) {
        this.sql = sql;
        this.copy = copy;
        this.numbers = seals.cipher("identity.account.number");
        this.mobiles = seals.cipher("identity.account.mobile");
        this.passwords = passwords;
        this.clock = clock;
    }

    public long copy(Stream<DemoCitizen> citizens) {
        var now = clock.instant();
        try (var rows = copy.into("identity.account (id, door, name, number_sealed, number_index, mobile_sealed,"
                + " mobile_index, password, password_set_at, created_at, demo)")) {
            citizens.forEachOrdered(citizen -> rows.text(citizen.account())
                    .text("citizen")
                    .text(citizen.name().value())
                    .bytes(numbers.seal(citizen.number().value()))
                    .bytes(numbers.index(citizen.number().value()))
                    .bytes(mobiles.seal(citizen.mobile().value()))
                    .bytes(mobiles.index(citizen.mobile().value()))
                    .text(Passwords.NONE)
                    .moment(now)
                    .moment(now)
                    .truth(true)
                    .end());
            return rows.finish();
        }
    }

    public void wake(String account, String password) {
        sql.sql("UPDATE identity.account SET password = :hash WHERE id = :id AND demo")
                .param("hash", passwords.hash(password))
                .param("id", account)
                .update();
    }

    public String addOfficer(String staff, String name, String signInName, String password) {
        var id = "o-demo-" + signInName;
        sql.sql("""
                INSERT INTO identity.account
                       (id, door, name, staff, sign_in_name, password, password_set_at, created_at, demo)
                VALUES (:id, 'officer', :name, :staff, :signInName, :hash, :now, :now, true)
                """)
                .param("id", id)
                .param("name", name)
                .param("staff", staff)
                .param("signInName", signInName)
                .param("hash", passwords.hash(password))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    public List<Awake> awake() {
        return sql.sql("""
                SELECT door, sign_in_name, mobile_sealed, name FROM identity.account
                 WHERE demo AND password <> '!' ORDER BY door, id
                """).query((row, number) -> awake(row)).list();
    }

    private Awake awake(ResultSet row) throws SQLException {
        var door = Door.valueOf(row.getString("door").toUpperCase(Locale.ROOT));
        var name =
                door == Door.OFFICER ? row.getString("sign_in_name") : mobiles.openText(row.getBytes("mobile_sealed"));
        return new Awake(door, name, row.getString("name"));
    }
}
