package org.tongqu.exchange.binlog;

import com.github.shyiko.mysql.binlog.event.EventData;

/**
 * One event of the log.
 *
 * @param type its number in the log
 * @param seconds since 1970, when its statement began
 * @param server that wrote it first
 * @param next where the next one stands in the file; 0 for one that stands in none
 * @param body without header and checksum
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogEvent(int type, long seconds, long server, long next, byte[] body) implements EventData {

    static final int QUERY = 2;
    static final int ROTATE = 4;
    static final int FORMAT = 15;
    static final int XID = 16;
    static final int TABLE_MAP = 19;
    static final int WRITE_ROWS = 23;
    static final int UPDATE_ROWS = 24;
    static final int DELETE_ROWS = 25;
    static final int WRITE_ROWS_V2 = 30;
    static final int UPDATE_ROWS_V2 = 31;
    static final int DELETE_ROWS_V2 = 32;
    static final int XA_PREPARE = 38;
    static final int GTID = 162;

    static final int HEADER = 19;

    boolean isUpdate() {
        return type == UPDATE_ROWS || type == UPDATE_ROWS_V2;
    }

    boolean isDelete() {
        return type == DELETE_ROWS || type == DELETE_ROWS_V2;
    }

    /** Whether more than the table's number stands before the rows. */
    boolean isSecondVersion() {
        return type >= WRITE_ROWS_V2 && type <= DELETE_ROWS_V2;
    }
}
