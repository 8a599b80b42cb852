package org.tongqu.engines.exchanges;

/** The kind of database a flow's table stands in, written in small letters in a flow, e.g. {@code connector: mariadb}. */
public enum Connector {
    POSTGRESQL,
    /** And MySQL. */
    MARIADB,
    KINGBASE,
    DAMENG,
    GAUSSDB,
    OPENGAUSS,
    OCEANBASE,
    SQLSERVER,
    ORACLE,
    /** No database: batches of files with a signed manifest. */
    FILES
}
