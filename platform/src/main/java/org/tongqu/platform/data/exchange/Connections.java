package org.tongqu.platform.data.exchange;

import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.inventory.FoundTable;
import org.tongqu.exchange.inventory.Inventory;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.internal.SystemStore;

/** Which systems rows come from and go to. */
@Service
public class Connections {

    private final SystemStore systems;

    Connections(SystemStore systems) {
        this.systems = systems;
    }

    /**
     * Makes a system known, or another way into it. The password is sealed before it is kept.
     *
     * @param organisation code of whose system it is
     */
    public void connect(String system, String organisation, Login login) {
        systems.connect(system, organisation, login);
    }

    /** The systems of an organisation that the platform can enter, by name. */
    public List<String> of(String organisation) {
        return systems.of(organisation);
    }

    /** What kind of database a system has, as its address says, e.g. {@code mariadb}; empty when there is no such system. */
    public String kind(String system) {
        return systems.login(system).map(login -> login.url().split(":", 3)[1]).orElse("");
    }

    /** All tables of a system by its own dictionary; refused with the words of the driver when it cannot be asked. */
    public Outcome<List<FoundTable>, String> tables(String system) {
        var login = systems.login(system);
        if (login.isEmpty()) {
            return Outcome.refused(system);
        }
        try {
            return Outcome.done(Inventory.of(login.get()));
        } catch (SQLException unreachable) {
            return Outcome.refused(String.valueOf(unreachable.getMessage()));
        }
    }
}
