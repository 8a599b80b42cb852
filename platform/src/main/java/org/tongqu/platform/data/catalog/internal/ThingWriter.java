package org.tongqu.platform.data.catalog.internal;

import java.io.IOException;

/** Writes things one after the other, however many there are. The same thing may come again with more statements. */
interface ThingWriter {

    void begin() throws IOException;

    void write(Thing thing) throws IOException;

    void end() throws IOException;
}
