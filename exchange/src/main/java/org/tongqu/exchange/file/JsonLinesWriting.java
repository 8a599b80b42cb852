package org.tongqu.exchange.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON object on each line: numbers and truths as such, all else as texts. */
final class JsonLinesWriting implements FileWriting {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final List<Column> columns;
    private final Writer file;
    private final JsonGenerator out;

    JsonLinesWriting(Path file, List<Column> columns) throws IOException {
        this.columns = columns;
        this.file = Files.newBufferedWriter(file, UTF_8);
        this.out = JSON.createGenerator(ObjectWriteContext.empty(), this.file);
    }

    @Override
    public void write(@Nullable String[] cells) throws IOException {
        try {
            out.writeStartObject();
            for (int i = 0; i < cells.length; i++) {
                out.writeName(columns.get(i).name());
                write(columns.get(i), cells[i]);
            }
            out.writeEndObject();
            out.writeRaw('\n');
        } catch (JacksonException full) {
            throw new IOException(full);
        }
    }

    private void write(Column column, @Nullable String text) {
        if (text == null) {
            out.writeNull();
            return;
        }
        switch (column.type().kind()) {
            case INTEGER -> out.writeNumber(Long.parseLong(text));
            case BOOLEAN -> out.writeBoolean(text.startsWith("t"));
            case DECIMAL, FLOAT -> {
                if (text.endsWith("N") || text.endsWith("y")) {
                    out.writeString(text);
                } else {
                    out.writeNumber(new BigDecimal(text));
                }
            }
            case TEXT, DATE, TIMESTAMP -> out.writeString(text);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (JacksonException full) {
            throw new IOException(full);
        } finally {
            file.close();
        }
    }
}
