package org.tongqu.exchange.binlog;

/** How far a log was read. Its text is where another reading goes on. */
interface Progress {

    /** Takes notice of an event that is read. */
    void see(LogEvent event);

    /** What was read so far is whole. */
    void reach();

    /** @param text as a progress wrote it */
    static Progress of(String text) {
        return FilePosition.isOne(text) ? FilePosition.of(text) : Gtids.of(text);
    }
}
