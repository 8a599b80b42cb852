package org.tongqu.platform.matter.casework;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tongqu.engines.packs.command.OpenUnder;
import org.tongqu.engines.packs.command.PackCommand;
import org.tongqu.platform.matter.services.InUse;

/**
 * {@code pack plan DIR --database-url URL}: what publishing the packs of the folder would change in a running store, and
 * which open cases keep the version they have. Reads alone, as the application's role, and starts no platform.
 */
public final class PackPlanCommand {

    private static final String ROLE = "tongqu_app";
    private static final String PASSWORD = "TONGQU_DATABASE_APPLICATION_PASSWORD";

    private PackPlanCommand() {}

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(args), System.getenv(), out));
    }

    /** @param args the folder and the address of the store */
    static int run(List<String> args, Map<String, String> environment, PrintStream out) {
        if (args.size() != 2) {
            out.println("pack plan DIR --database-url=jdbc:postgresql://HOST/DATABASE");
            return PackCommand.UNUSABLE;
        }
        var source = new DriverManagerDataSource(args.get(1), ROLE, environment.getOrDefault(PASSWORD, ""));
        var store = JdbcClient.create(source);
        try {
            return PackCommand.planAgainst(InUse.packs(store), open(store), Path.of(args.get(0)), out);
        } catch (DataAccessException unreachable) {
            out.println("The store at " + args.get(1) + " cannot be read as " + ROLE + ": "
                    + unreachable.getMostSpecificCause().getMessage());
            out.println("Check the address, and the password in " + PASSWORD + ".");
            return PackCommand.UNUSABLE;
        }
    }

    private static List<OpenUnder> open(JdbcClient store) {
        return store.sql("""
                SELECT pack_id, pack_version, sum(cases) AS cases, sum(drafts) AS drafts
                  FROM (SELECT pack_id, pack_version, count(*) AS cases, 0 AS drafts
                          FROM casework.case_file WHERE status = 'RUNNING' GROUP BY pack_id, pack_version
                        UNION ALL
                        SELECT pack_id, pack_version, 0, count(*) FROM intake.draft GROUP BY pack_id, pack_version) every
                 GROUP BY pack_id, pack_version ORDER BY pack_id, pack_version
                """)
                .query((row, number) -> new OpenUnder(
                        row.getString("pack_id"),
                        row.getString("pack_version"),
                        row.getLong("cases"),
                        row.getLong("drafts")))
                .list();
    }
}
