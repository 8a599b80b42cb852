package org.tongqu.platform.data.files.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.data.files.SftpPlace;
import org.tongqu.platform.trust.seals.Seals;

/** Servers of SFTP; how they are entered is sealed. */
@Repository
public class SftpPlaceStore {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    SftpPlaceStore(JdbcClient jdbc, Seals seals, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = seals.cipher("files.place.secret");
        this.clock = clock;
    }

    public void keep(SftpPlace place, String secret, String by) {
        jdbc.sql("""
                        INSERT INTO files.place (system, host, port, login, folder, host_key, secret, made_by, made_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (system) DO UPDATE SET host = excluded.host, port = excluded.port,
                            login = excluded.login, folder = excluded.folder, host_key = excluded.host_key,
                            secret = excluded.secret, made_by = excluded.made_by, made_at = excluded.made_at""")
                .params(
                        place.system(),
                        place.host(),
                        place.port(),
                        place.login(),
                        place.folder(),
                        place.hostKey(),
                        cipher.seal(secret),
                        by,
                        time(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<SftpPlace> find(String system) {
        return jdbc.sql("SELECT system, host, port, login, folder, host_key FROM files.place WHERE system = ?")
                .param(system)
                .query(SftpPlace.class)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<String> secret(String system) {
        return jdbc.sql("SELECT secret FROM files.place WHERE system = ?")
                .param(system)
                .query((row, at) -> cipher.openText(row.getBytes(1)))
                .optional();
    }

    public boolean remove(String system) {
        return jdbc.sql("DELETE FROM files.place WHERE system = ?")
                        .param(system)
                        .update()
                == 1;
    }
}
