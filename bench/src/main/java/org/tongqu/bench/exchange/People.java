package org.tongqu.bench.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.postgresql.PGConnection;
import org.tongqu.exchange.wire.CopyTuples;
import org.tongqu.exchange.wire.TupleWriter;
import org.tongqu.kernel.identity.Mod112;

/** Fills the source's table with people nobody is: fourteen columns, some 180 bytes, the same ones every time. */
final class People {

    static final String SOURCE = """
            CREATE TABLE person (id integer PRIMARY KEY, sfzh varchar(18) NOT NULL, xm varchar(50), xb char(1),
                csrq date, mz char(2), xzqh char(6), zz varchar(200), lxdh varchar(20), hyzk char(2), whcd char(2),
                sr numeric(12,2), djsj timestamp, gxsj timestamp)
            """;

    private static final String COLUMNS = """
            (id integer PRIMARY KEY, citizen_number varchar(18) NOT NULL, full_name varchar(50), sex char(1),
                born date, nation char(2), division char(6), address varchar(200), phone varchar(20),
                marriage varchar(10), education char(2), income numeric(12,2), registered timestamp,
                changed timestamp)
            """;

    static final String TARGET = "CREATE TABLE register_person " + COLUMNS;

    /** Where the pipe goes that shows the limit: it takes the source's values as they are. */
    static final String LIMIT = "CREATE TABLE limit_person " + COLUMNS;

    private static final int PIECE = 1 << 20;
    private static final int DAYS = 30_000;
    private static final int DAYS_BEFORE_2000 = 10_957;
    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final String[] MARRIAGE = {"10", "20", "30", "40"};

    private final TupleWriter out = new TupleWriter(PIECE * 2);

    void fill(Connection connection, int rows) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY person FROM STDIN (FORMAT binary)");
        out.rewind(0);
        out.raw(CopyTuples.header(), 0, CopyTuples.header().length);
        for (int id = 1; id <= rows; id++) {
            person(id);
            if (out.length() > PIECE) {
                copy.writeToCopy(out.bytes(), 0, out.length());
                out.rewind(0);
            }
        }
        out.raw(CopyTuples.trailer(), 0, CopyTuples.trailer().length);
        copy.writeToCopy(out.bytes(), 0, out.length());
        copy.endCopy();
    }

    private void person(int id) {
        var day = Math.floorMod(id * 7919, DAYS);
        var born = LocalDate.of(1940, 1, 1).plusDays(day);
        var body = String.format("9999%02d%tY%<tm%<td%03d", 1 + id % 8, born, id % 1000);
        out.begin(14);
        out.int4(id);
        text(body + Mod112.check(body));
        text("Person " + Integer.toString(id, 36) + " of Yunzhou");
        text(id % 2 == 0 ? "1" : "2");
        out.int4((int) (born.toEpochDay() - DAYS_BEFORE_2000));
        text("01");
        text("99990" + (1 + id % 8));
        text("No. " + id % 997 + " Long Road, Street " + id % 89 + ", District " + id % 8 + ", Yunzhou");
        text("199" + String.format("%08d", id % 100_000_000));
        text(MARRIAGE[id % 4]);
        text("2" + id % 10);
        income(id);
        out.int8((700_000_000L + id) * MICROS_PER_SECOND);
        out.int8((800_000_000L + id) * MICROS_PER_SECOND + id % 1_000_000);
    }

    /** A numeric with two digits after the point. */
    private void income(int id) {
        var whole = 1 + id % 9999;
        out.cell(
                new byte[] {0, 2, 0, 0, 0, 0, 0, 2, (byte) (whole >> 8), (byte) whole, (byte) (5000 >> 8), (byte) 5000},
                0,
                12);
    }

    private void text(String value) {
        var bytes = value.getBytes(UTF_8);
        out.cell(bytes, 0, bytes.length);
    }
}
