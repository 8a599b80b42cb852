package org.tongqu.platform.data.exchange;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What a node may ask beside the exchange, answered by another part of the platform. */
public interface NodeVisits {

    /** The first word of the address behind {@code /node/1/}. */
    String name();

    /**
     * Answers a request; closing it is the caller's, and what throws is broken off.
     *
     * @param organisation code of the department whose node asks
     * @param rest of the address behind the name and a slash
     */
    void answer(String organisation, String rest, HttpExchange exchange) throws IOException;
}
