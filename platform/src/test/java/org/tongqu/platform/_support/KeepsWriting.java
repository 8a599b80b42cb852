package org.tongqu.platform._support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.servers.DatabaseAddress;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/** Commits one number after the other and says each only when it is committed; ends by being killed. */
public final class KeepsWriting {

    private KeepsWriting() {}

    public static void main(String[] arguments) throws Exception {
        PostgresServer server = PostgresServer.start(Path.of(arguments[0]), Durability.ON_DISK, Progress.onTerminal());
        DatabaseAddress address = server.address();
        try (Connection connection = DriverManager.getConnection(
                address.url(), address.owner().role(), address.owner().password())) {
            connection.createStatement().execute("CREATE TABLE IF NOT EXISTS number (n int PRIMARY KEY)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO number VALUES (?)")) {
                for (int n = 1; ; n++) {
                    insert.setInt(1, n);
                    insert.executeUpdate();
                    System.err.println("committed " + n);
                }
            }
        }
    }
}
