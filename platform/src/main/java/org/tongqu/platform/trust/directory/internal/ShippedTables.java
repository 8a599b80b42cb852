package org.tongqu.platform.trust.directory.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.operate.store.CopyStream;
import org.tongqu.platform.trust.directory.Directory;

/**
 * Loads the national division table and the first calendar into an empty directory, before anything else asks for them.
 * Two processes that start together wait for each other.
 */
@Component
class ShippedTables implements InitializingBean {

    private static final String DIVISIONS = "divisions-2.7.0.csv.gz";
    private static final String WORKING_DAYS = "working-days-2002-2026.csv";
    private static final long LOCK = 0x6469_7265_6374_6f72L;

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final CopyStream copy;
    private final Calendars calendars;

    ShippedTables(JdbcClient sql, TransactionTemplate transactions, CopyStream copy, Calendars calendars) {
        this.sql = sql;
        this.transactions = transactions;
        this.copy = copy;
        this.calendars = calendars;
    }

    @Override
    public void afterPropertiesSet() {
        if (isMissing(DIVISIONS) || calendars.isEmpty()) {
            transactions.executeWithoutResult(status -> load());
        }
    }

    private void load() {
        sql.sql("SELECT 1 FROM pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Integer.class)
                .single();
        if (isMissing(DIVISIONS)) {
            loadDivisions();
            sql.sql("INSERT INTO directory.edition (subject, edition, source) VALUES ('division', ?, ?)")
                    .param(DIVISIONS)
                    .param("china-division 2.7.0")
                    .update();
        }
        if (calendars.isEmpty()) {
            calendars.importTable(text(WORKING_DAYS), "tyme4j 1.4.9", "system").orElseThrow();
        }
    }

    private boolean isMissing(String edition) {
        return sql.sql("SELECT count(*) FROM directory.edition WHERE subject = 'division' AND edition = ?")
                        .param(edition)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void loadDivisions() {
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(resource(DIVISIONS)), UTF_8));
                var rows = copy.into("directory.division (code, parent, level, name)")) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var comma = line.indexOf(',');
                var code = new DivisionCode(line.substring(0, comma));
                rows.text(code.value())
                        .text(code.parent().map(DivisionCode::value).orElse(null))
                        .number(code.level().ordinal() + 1)
                        .text(line.substring(comma + 1))
                        .end();
            }
            rows.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + DIVISIONS, e);
        }
    }

    private static String text(String name) {
        try (var in = resource(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Directory.class.getResourceAsStream(name), name);
    }
}
