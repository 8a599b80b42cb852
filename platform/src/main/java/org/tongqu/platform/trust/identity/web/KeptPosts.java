package org.tongqu.platform.trust.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.trust.seals.Seals;

/**
 * What somebody sent after their session had ended: the last form of each account, sealed, for an hour, and given back
 * to that account alone.
 */
@Component
class KeptPosts {

    private static final int MOST = 64 * 1024;
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient sql;
    private final FieldCipher cipher;
    private final Clock clock;

    KeptPosts(JdbcClient sql, Seals seals, Clock clock) {
        this.sql = sql;
        this.cipher = seals.cipher("identity.kept-post.fields");
        this.clock = clock;
    }

    /** @param fields each name with one value, in the order in which they were sent */
    record KeptPost(String path, List<Field> fields) {}

    record Field(String name, String value) {}

    void keep(String account, HttpServletRequest request) {
        var fields = new ArrayList<Datum>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                Arrays.stream(values).forEach(value -> fields.add(Datum.of(List.of(Datum.of(name), Datum.of(value)))));
            }
        });
        var text = Datum.of(fields).canonical();
        if (text.length() > MOST) {
            return;
        }
        sql.sql("""
                INSERT INTO identity.kept_post (account, path, fields, kept_at) VALUES (:account, :path, :fields, :now)
                ON CONFLICT (account) DO UPDATE
                       SET path = excluded.path, fields = excluded.fields, kept_at = excluded.kept_at
                """)
                .param("account", account)
                .param("path", request.getRequestURI())
                .param("fields", cipher.seal(text))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean has(String account) {
        return sql.sql("SELECT EXISTS (SELECT FROM identity.kept_post WHERE account = ? AND kept_at > ?)")
                .param(account)
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Gives it back and forgets it. */
    @Transactional
    public Optional<KeptPost> take(String account) {
        return sql.sql("DELETE FROM identity.kept_post WHERE account = ? RETURNING path, fields")
                .param(account)
                .query((row, number) -> new KeptPost(row.getString("path"), fields(row.getBytes("fields"))))
                .optional();
    }

    private List<Field> fields(byte[] sealed) {
        return DatumJson.read(cipher.openText(sealed)).items("").stream()
                .map(pair -> new Field(pair.text("0").orElse(""), pair.text("1").orElse("")))
                .toList();
    }
}
