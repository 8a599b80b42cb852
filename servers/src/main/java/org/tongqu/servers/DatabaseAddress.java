package org.tongqu.servers;

/**
 * Where the store is and as whom it is entered.
 *
 * @param url a JDBC address, e.g. {@code jdbc:postgresql://127.0.0.1:41234/tongqu}
 * @param owner owns the database and migrates it; used at start only
 * @param application reads and writes rows; the role is always {@code tongqu_app}, for migrations name it
 */
public record DatabaseAddress(String url, Login owner, Login application) {

    public static final String APPLICATION_ROLE = "tongqu_app";

    /** Reads and changes nothing; nobody enters as this role itself, logins of supervisors are given it. */
    public static final String WATCH_ROLE = "tongqu_watch";
}
