package org.tongqu.journeys._support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A department's own people at their own database of the demo: what no page of the platform does for them. */
public final class DepartmentDatabase {

    private DepartmentDatabase() {}

    /** The only value of a query. */
    public static String value(String database, String query) {
        try (var connection = open(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Changes rows. @return how many */
    public static int change(String database, String sql) {
        try (var connection = open(database);
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Connection open(String database) throws SQLException {
        var server = RunningDemo.data().resolve("departments");
        var passwords = new Properties();
        try (var file = Files.newBufferedReader(server.resolve("passwords.properties"))) {
            passwords.load(file);
            var port = Files.readString(server.resolve("store.port")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                    "postgres",
                    passwords.getProperty("postgres"));
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }
}
