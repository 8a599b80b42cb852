package org.tongqu.platform.trust.seals.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.operate.start.ProductionCheck;
import org.tongqu.platform.trust.seals.Seals;
import org.tongqu.servers.CannotStart;

/** Finds the key file and makes sure that it is the one the database was sealed with. */
@Configuration(proxyBeanMethods = false)
class SealsConfiguration {

    private static final String WORD = "tongqu";

    @Bean
    KeyFile keyFile(Mode mode, Environment environment, JdbcClient sql) {
        var named = environment.getProperty("tongqu.keys", "");
        var keys = named.isBlank() ? unnamed(mode, environment) : KeyFile.read(Path.of(named));
        compareWithDatabase(keys, sql);
        return keys;
    }

    @Bean
    ProductionCheck noDemoKeys(KeyFile keys) {
        return () -> keys.isDemo()
                ? Optional.of("The key file " + keys.path() + " belongs to the demo. Name a file of your own by"
                        + " tongqu.keys.")
                : Optional.empty();
    }

    @Bean
    ProductionCheck keysAreForTheOwnerAlone(KeyFile keys) {
        return () -> keys.isOpenToOthers()
                ? Optional.of("The key file " + keys.path() + " can be read by others: chmod 600 " + keys.path())
                : Optional.empty();
    }

    private static KeyFile unnamed(Mode mode, Environment environment) {
        return switch (mode) {
            case DEMO -> KeyFile.ofDemo(Seals.demoKeys(Path.of(environment.getProperty("tongqu.data", "data"))));
            case PRODUCTION ->
                throw new CannotStart(
                        "No key file is named, so sensitive fields cannot be sealed.",
                        "Make one (umask 077; echo \"key $(openssl rand -hex 32)\" > tongqu.key), keep a copy apart from"
                                + " the database, and name it by tongqu.keys.");
        };
    }

    private static void compareWithDatabase(KeyFile keys, JdbcClient sql) {
        var cipher = keys.cipher("seals.probe");
        sql.sql("INSERT INTO seals.probe (sealed) VALUES (?) ON CONFLICT DO NOTHING")
                .param(cipher.seal(WORD))
                .update();
        var sealed =
                sql.sql("SELECT sealed FROM seals.probe").query(byte[].class).single();
        try {
            cipher.open(sealed);
        } catch (FieldCipher.CannotOpen e) {
            throw new CannotStart(
                    "The key file " + keys.path().toAbsolutePath() + " is not the one this database was sealed with.",
                    "Start with the right file (tongqu.keys), or with an empty database.",
                    e);
        }
    }
}
