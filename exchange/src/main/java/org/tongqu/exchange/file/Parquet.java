package org.tongqu.exchange.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.tongqu.exchange.Drivers;

/** A connection that reads and writes files of Parquet in one folder and does nothing else. */
final class Parquet {

    private Parquet() {}

    static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    static Connection open(Path folder) throws SQLException {
        var connection = Drivers.openParquet(new Properties());
        try (var statement = connection.createStatement()) {
            for (var setting : List.of(
                    "SET threads = 1",
                    "SET memory_limit = '256MB'",
                    "SET autoinstall_known_extensions = false",
                    "SET autoload_known_extensions = false",
                    "SET allowed_directories = [" + quoted(folder.toAbsolutePath() + "/") + "]",
                    "SET temp_directory = "
                            + quoted(folder.toAbsolutePath().resolve(".parquet").toString()),
                    "SET enable_external_access = false",
                    "SET lock_configuration = true")) {
                statement.execute(setting);
            }
            return connection;
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String quoted(Path file) {
        return quoted(file.toAbsolutePath().toString());
    }

    /** A name of a column. */
    static String named(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }
}
