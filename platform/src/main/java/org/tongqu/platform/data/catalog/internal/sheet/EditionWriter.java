package org.tongqu.platform.data.catalog.internal.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.SheetWriter;

/** Writes editions line by line, one for each item. */
public final class EditionWriter implements Closeable {

    private final SheetWriter target;
    private final SheetTelling telling;

    private EditionWriter(SheetWriter target, SheetTelling telling) throws IOException {
        this.target = target;
        this.telling = telling;
        target.line(telling.headings());
    }

    public static EditionWriter to(SheetForm form, OutputStream out, SheetTelling telling) throws IOException {
        return new EditionWriter(SheetWriter.to(form, out, telling.sheet()), telling);
    }

    public void write(Edition edition) throws IOException {
        var resource = telling.resource(edition);
        if (edition.items().isEmpty()) {
            target.line(resource);
        }
        for (var item : edition.items()) {
            var line = new ArrayList<>(resource);
            line.addAll(telling.item(item));
            target.line(line);
        }
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
