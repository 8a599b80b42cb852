package org.tongqu.exchange.binlog;

import com.github.shyiko.mysql.binlog.network.SSLMode;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Where a server is, taken from its JDBC address: the first host, should there be several.
 *
 * @param ssl as the driver understands the address
 */
record ServerAddress(String host, int port, SSLMode ssl) {

    private static final Pattern URL =
            Pattern.compile("jdbc:mariadb:(?:\\w+:)?//(\\[[^]]+]|[^:/,?]+)(?::(\\d+))?[^/?]*(?:/[^?]*)?(?:\\?(.*))?");

    private static final int USUAL_PORT = 3306;

    static ServerAddress of(String url) throws SQLException {
        var found = URL.matcher(url);
        if (!found.matches()) {
            throw new SQLException("No host can be read from the address " + url);
        }
        var host = found.group(1).replaceAll("[\\[\\]]", "");
        var port = found.group(2) == null ? USUAL_PORT : Integer.parseInt(found.group(2));
        return new ServerAddress(host, port, ssl(found.group(3) == null ? "" : found.group(3)));
    }

    private static SSLMode ssl(String options) {
        for (var option : options.split("&", -1)) {
            var mode = option.startsWith("sslMode=") ? option.substring("sslMode=".length()) : "";
            switch (mode) {
                case "trust" -> {
                    return SSLMode.REQUIRED;
                }
                case "verify-ca" -> {
                    return SSLMode.VERIFY_CA;
                }
                case "verify-full" -> {
                    return SSLMode.VERIFY_IDENTITY;
                }
                default -> {
                    // another option
                }
            }
        }
        return SSLMode.DISABLED;
    }
}
