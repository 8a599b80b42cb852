package org.tongqu.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.reading.ComparisonPacks;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.exchange.Login;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/** What departments delivered into two databases of a real PostgreSQL, and the comparisons that are shipped for it. */
final class Deliveries implements AutoCloseable {

    static final Flow DEATHS = flow(
            "deaths-to-medical-insurance",
            "deaths",
            "cert_no",
            "cert_no",
            "person_name",
            "birth_date",
            "sex",
            "phone",
            "address");
    static final Flow PAID = flow(
            "low-income-to-medical-insurance",
            "low_income",
            "cert_no, month",
            "cert_no",
            "month",
            "state",
            "person_name",
            "benefit_name");
    static final Flow POPULATION = flow(
            "population-to-health",
            "population",
            "cert_no",
            "cert_no",
            "person_name",
            "birth_date",
            "sex",
            "phone",
            "household_address");

    private final PostgresServer server;

    private Deliveries(PostgresServer server) {
        this.server = server;
    }

    static Deliveries start() throws SQLException {
        var server = PostgresServer.start(
                Path.of("target", "test-store").toAbsolutePath(), Durability.THROWAWAY, line -> {});
        var deliveries = new Deliveries(server);
        execute(
                deliveries.login("postgres"),
                "DROP DATABASE IF EXISTS one WITH (FORCE)",
                "DROP DATABASE IF EXISTS other WITH (FORCE)",
                "CREATE DATABASE one",
                "CREATE DATABASE other");
        return deliveries;
    }

    Login login(String database) {
        var superuser = server.superuser();
        return new Login(server.address(database).url(), superuser.role(), superuser.password());
    }

    static void execute(Login login, String... statements) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A comparison of the shipped pack. */
    static ComparisonJob job(String code) {
        return ComparisonPacks.readAll(Path.of("..", "packs", "data-resources", "cross-checks")).jobs().stream()
                .filter(job -> job.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Flow flow(String id, String table, String key, String... columns) {
        var lines = java.util.stream.Stream.of(columns)
                .map(name -> "  - {to: " + name + ", from: " + name + "}\n")
                .toList();
        var yaml = "exchange: " + id + "\ntitle: {zh: t, en: t}\nsource: {table: " + table
                + ", key: [id]}\ntarget: {table: " + table + ", key: [" + key + "]}\ncolumns:\n"
                + String.join("", lines);
        return ExchangeReader.read(id, yaml.getBytes(UTF_8)).orElseThrow();
    }

    /** Everybody is called and born as chance has it, the same in each run. */
    static List<String> made(int people) {
        var name =
                "substr('王李张刘陈杨赵黄周吴', 1 + (h % 10)::int, 1) || substr('伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰', 1 + (h / 10 % 20)::int, 1)"
                        + " || substr('伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰', 1 + (h / 200 % 20)::int, 1)";
        var phone = "'199' || 10000000 + h % 70000000";
        var address =
                "'云州市' || CASE WHEN h % 3 = 0 THEN '山区' ELSE '云山区' END || '人民路' || h % 300 || '号' || h % 30 || '栋'";
        var people0 = "(SELECT n, abs(hashint8(n)) AS h FROM generate_series(1, " + people + "::bigint) AS n) AS made";
        return List.of(
                "CREATE TABLE population (cert_no text PRIMARY KEY, person_name text, birth_date date, sex text,"
                        + " phone text, household_address text)",
                "INSERT INTO population SELECT 'P' || lpad(n::text, 8, '0'), " + name
                        + ", date '1940-01-01' + (h / 4000 % 20000)::int, (1 + h % 2)::text, " + phone + ", " + address
                        + " FROM "
                        + people0,
                "CREATE TABLE deaths (cert_no varchar(18) PRIMARY KEY, person_name varchar(50), birth_date text, sex"
                        + " text, phone text, address text)",
                "INSERT INTO deaths SELECT CASE WHEN n % 3 = 0 THEN 'X' ELSE 'P' END || lpad(n::text, 8, '0'),"
                        + " CASE WHEN n % 30 = 0 THEN substr(" + name + ", 1, 2) || '花' ELSE " + name + " END,"
                        + " to_char(date '1940-01-01' + (h / 4000 % 20000)::int, 'YYYYMMDD'), (1 + h % 2)::text, CASE WHEN n % 4 = 0 THEN '' ELSE "
                        + phone + " END, CASE WHEN n % 8 = 0 THEN NULL ELSE "
                        + address + " END FROM " + people0 + " WHERE n % 10 < 4",
                "CREATE TABLE low_income (cert_no text, month text, state text, person_name text, benefit_name text,"
                        + " PRIMARY KEY (cert_no, month))",
                "INSERT INTO low_income SELECT 'P' || lpad(n::text, 8, '0'), month, CASE WHEN n % 7 = 0 AND month ="
                        + " '2026-02' THEN '02' ELSE '01' END, " + name + ", NULL FROM " + people0
                        + ", (VALUES ('2026-01'), ('2026-02')) AS months (month) WHERE n % 2 = 0");
    }

    @Override
    public void close() {
        server.close();
    }
}
