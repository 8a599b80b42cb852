package org.tongqu.exchange.inventory;

import java.sql.SQLException;
import java.util.List;
import org.tongqu.exchange.Login;

/**
 * What a database says of itself.
 *
 * @param kind of database, as its address says, e.g. {@code mariadb}
 * @param tables by their paths
 */
public record Dictionary(String kind, List<FoundTable> tables) {

    public Dictionary {
        tables = List.copyOf(tables);
    }

    /** @throws SQLException when the database cannot be entered or asked */
    public static Dictionary of(Login login) throws SQLException {
        return new Dictionary(login.url().split(":", 3)[1], Inventory.of(login));
    }
}
