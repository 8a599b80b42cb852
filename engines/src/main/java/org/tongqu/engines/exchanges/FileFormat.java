package org.tongqu.engines.exchanges;

/** How the rows of a delivered file are written; in a flow in small letters, e.g. {@code format: csv}. */
public enum FileFormat {
    /** RFC 4180 with the columns' names in the first line; a cell without a sign is empty. */
    CSV,
    /** A JSON object on each line. */
    JSONL,
    /** The first sheet of a workbook, with the columns' names in its first row. */
    XLSX,
    /** Apache Parquet with columns of plain values; needs a driver that is no part of the program. */
    PARQUET
}
