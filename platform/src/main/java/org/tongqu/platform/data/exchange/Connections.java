package org.tongqu.platform.data.exchange;

import org.springframework.stereotype.Service;
import org.tongqu.exchange.Login;
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
}
