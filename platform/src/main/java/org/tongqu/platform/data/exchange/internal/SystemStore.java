package org.tongqu.platform.data.exchange.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.exchange.Login;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.trust.seals.Seals;

/** The systems of departments and how they are entered; passwords are sealed. */
@Repository
public class SystemStore {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    SystemStore(JdbcClient jdbc, Seals seals, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = seals.cipher("exchange.system.password");
        this.clock = clock;
    }

    /** Makes a system known, or the way into one that is known. */
    @Transactional
    public void connect(String id, String organisation, Login login) {
        jdbc.sql("""
                        INSERT INTO exchange.system (id, organisation, url, login, password, connected_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET organisation = excluded.organisation, url = excluded.url,
                            login = excluded.login, password = excluded.password,
                            connected_at = excluded.connected_at""")
                .params(
                        id,
                        organisation,
                        login.url(),
                        login.user(),
                        cipher.seal(login.password()),
                        time(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Login> login(String id) {
        return jdbc.sql("SELECT url, login, password FROM exchange.system WHERE id = ?")
                .param(id)
                .query((row, number) -> new Login(row.getString(1), row.getString(2), cipher.openText(row.getBytes(3))))
                .optional();
    }

    /** Removes the way into a system, in the transaction of the caller. @return whether there was one */
    boolean forget(String id) {
        return jdbc.sql("DELETE FROM exchange.system WHERE id = ?").param(id).update() == 1;
    }

    /** Systems of an organisation that can be entered from here or by a node, by name. */
    @Transactional(readOnly = true)
    public List<String> of(String organisation) {
        return jdbc.sql("""
                        SELECT id FROM exchange.system WHERE organisation = :organisation
                        UNION
                        SELECT system FROM exchange.node WHERE organisation = :organisation AND taken_back_at IS NULL
                        ORDER BY 1""")
                .param("organisation", organisation)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
