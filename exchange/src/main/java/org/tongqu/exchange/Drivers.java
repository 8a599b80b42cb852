package org.tongqu.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.tongqu.engines.exchanges.Connector;

/**
 * The JDBC drivers of the connectors. PostgreSQL's is part of the program; another one is used when its jar is on the
 * class path or lies in the folder {@code drivers} (another one by {@code -Dtongqu.drivers=DIR}), which is looked at
 * when the first connection is opened.
 */
public final class Drivers {

    private static final Map<Connector, Needed> NEEDED = Map.of(
            Connector.POSTGRESQL, new Needed("org.postgresql.Driver", "jdbc:postgresql:", "org.postgresql:postgresql"),
            Connector.MARIADB,
                    new Needed("org.mariadb.jdbc.Driver", "jdbc:mariadb:", "org.mariadb.jdbc:mariadb-java-client"),
            Connector.KINGBASE, new Needed("com.kingbase8.Driver", "jdbc:kingbase8:", "cn.com.kingbase:kingbase8"),
            Connector.DAMENG, new Needed("dm.jdbc.driver.DmDriver", "jdbc:dm:", "com.dameng:DmJdbcDriver18"),
            Connector.GAUSSDB,
                    new Needed(
                            "com.huawei.gaussdb.jdbc.Driver", "jdbc:gaussdb:", "com.huaweicloud.gaussdb:gaussdbjdbc"),
            Connector.OPENGAUSS, new Needed("org.opengauss.Driver", "jdbc:opengauss:", "org.opengauss:opengauss-jdbc"),
            Connector.OCEANBASE,
                    new Needed("com.oceanbase.jdbc.Driver", "jdbc:oceanbase:", "com.oceanbase:oceanbase-client"),
            Connector.SQLSERVER,
                    new Needed(
                            "com.microsoft.sqlserver.jdbc.SQLServerDriver",
                            "jdbc:sqlserver:",
                            "com.microsoft.sqlserver:mssql-jdbc"),
            Connector.ORACLE,
                    new Needed("oracle.jdbc.OracleDriver", "jdbc:oracle:", "com.oracle.database.jdbc:ojdbc11"));

    /** Reads and writes files of Parquet. */
    public static final Needed PARQUET =
            new Needed("org.duckdb.DuckDBDriver", "jdbc:duckdb:", "org.duckdb:duckdb_jdbc");

    private static final Map<String, Driver> FOUND = new ConcurrentHashMap<>();

    private Drivers() {}

    /**
     * What a connector asks for.
     *
     * @param address how its JDBC addresses begin
     * @param jar in Maven's central repository; another edition of the maker does as well
     */
    public record Needed(String driver, String address, String jar) {}

    public static Needed needed(Connector connector) {
        return NEEDED.getOrDefault(connector, new Needed("", "", ""));
    }

    /** Where jars of drivers are laid. */
    public static Path folder() {
        return Path.of(System.getProperty("tongqu.drivers", "drivers")).toAbsolutePath();
    }

    public static boolean isThere(Connector connector) {
        return isThere(needed(connector));
    }

    public static boolean isThere(Needed needed) {
        return find(needed.driver()).isPresent();
    }

    /** A connection to nothing but the files it is told; refused with the jar's name where there is none. */
    public static Connection openParquet(Properties entry) throws SQLException {
        return find(PARQUET.driver())
                .orElseThrow(() -> new SQLException("Lay " + PARQUET.jar() + " into " + folder()))
                .connect(PARQUET.address(), entry);
    }

    static Connection open(String url, Properties entry) throws SQLException {
        var connector = NEEDED.entrySet().stream()
                .filter(one -> url.startsWith(one.getValue().address()))
                .map(Map.Entry::getKey)
                .findFirst();
        if (connector.isEmpty() || connector.get() == Connector.POSTGRESQL) {
            return DriverManager.getConnection(url, entry);
        }
        var driver = find(needed(connector.get()).driver())
                .orElseThrow(() -> new SQLException("No driver for " + url + ": lay "
                        + needed(connector.get()).jar() + " into " + folder()));
        var connection = driver.connect(url, entry);
        if (connection == null) {
            throw new SQLException(driver.getClass().getName() + " does not take " + url);
        }
        return connection;
    }

    private static Optional<Driver> find(String name) {
        var known = FOUND.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        var found = load(name, Drivers.class.getClassLoader()).or(() -> load(name, laidThere()));
        found.ifPresent(driver -> FOUND.put(name, driver));
        return found;
    }

    private static Optional<Driver> load(String name, ClassLoader loader) {
        try {
            return Optional.of((Driver)
                    Class.forName(name, true, loader).getDeclaredConstructor().newInstance());
        } catch (ClassNotFoundException notThere) {
            return Optional.empty();
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("The driver " + name + " does not load", e);
        }
    }

    /** Lives as long as the program, as its drivers do. */
    private static ClassLoader laidThere() {
        List<URL> jars = new ArrayList<>();
        if (Files.isDirectory(folder())) {
            try (var files = Files.newDirectoryStream(folder(), "*.jar")) {
                for (var file : files) {
                    jars.add(file.toUri().toURL());
                }
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new URLClassLoader(jars.toArray(URL[]::new), Drivers.class.getClassLoader());
    }
}
