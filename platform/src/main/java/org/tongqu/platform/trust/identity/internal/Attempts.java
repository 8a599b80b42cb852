package org.tongqu.platform.trust.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.trust.identity.IdentitySettings;
import org.tongqu.platform.trust.seals.Seals;

/**
 * Counts tries before they are made, so that a hundred guesses sent at once are a hundred tries and not one. What is
 * counted is known by a keyed hash only: the table tells neither names nor addresses.
 */
@Component
class Attempts {

    private final JdbcClient sql;
    private final Clock clock;
    private final Duration window;
    private final FieldCipher names;

    Attempts(JdbcClient sql, Clock clock, IdentitySettings settings, Seals seals) {
        this.sql = sql;
        this.clock = clock;
        this.window = settings.tries().lockedFor();
        this.names = seals.cipher("identity.attempt.source");
    }

    /**
     * What counting said.
     *
     * @param left how many tries are left after this one; negative when this one is already too many
     * @param lockedUntil set as soon as none is left
     */
    record Counted(int left, Instant lockedUntil) {

        boolean isTooMany() {
            return left < 0;
        }
    }

    /** Counts one try; with the last allowed one the source is locked, unless that one turns out right. */
    Counted count(String source, int allowed) {
        var now = clock.instant();
        return sql.sql("""
                INSERT INTO identity.attempt AS a (source, since, tries) VALUES (:source, :now, 1)
                ON CONFLICT (source) DO UPDATE SET
                    since = CASE WHEN a.since > :forgotten OR a.locked_until > :now THEN a.since ELSE :now END,
                    tries = CASE WHEN a.locked_until > :now THEN :allowed + 1
                                 WHEN a.since > :forgotten AND a.locked_until IS NULL THEN a.tries + 1
                                 ELSE 1 END,
                    locked_until = CASE WHEN a.locked_until > :now THEN a.locked_until
                                        WHEN a.since > :forgotten AND a.locked_until IS NULL
                                             AND a.tries + 1 >= :allowed THEN :until END
                RETURNING tries, locked_until
                """)
                .param("source", names.index(source))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("forgotten", now.minus(window).atOffset(ZoneOffset.UTC))
                .param("until", now.plus(window).atOffset(ZoneOffset.UTC))
                .param("allowed", allowed)
                .query((row, number) -> counted(row, allowed, now))
                .single();
    }

    /** Takes the count back: the try was a right one. */
    void forget(String source) {
        sql.sql("DELETE FROM identity.attempt WHERE source = ?")
                .param(names.index(source))
                .update();
    }

    /** Takes one try back, of a source whose other tries go on counting. */
    void giveBack(String source) {
        sql.sql("""
                UPDATE identity.attempt SET tries = tries - 1, locked_until = NULL WHERE source = ? AND tries > 0
                """).param(names.index(source)).update();
    }

    int purge(Instant before) {
        return sql.sql("DELETE FROM identity.attempt WHERE since < ? AND coalesce(locked_until, since) < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Counted counted(ResultSet row, int allowed, Instant now) throws SQLException {
        var lockedUntil = row.getObject("locked_until", OffsetDateTime.class);
        return new Counted(allowed - row.getInt("tries"), lockedUntil == null ? now : lockedUntil.toInstant());
    }
}
