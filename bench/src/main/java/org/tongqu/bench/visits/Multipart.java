package org.tongqu.bench.visits;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The body of a form that carries files. */
public final class Multipart {

    private static final String BOUNDARY = "----tongqu-bench-1f6d2c9b8a";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public void add(Fields fields) {
        for (var field : fields.all()) {
            head("name=\"" + field.name() + "\"", "");
            write(field.value());
            write("\r\n");
        }
    }

    public void add(String name, String fileName, byte[] bytes) {
        head("name=\"" + name + "\"; filename=\"" + fileName + "\"", "Content-Type: application/pdf\r\n");
        body.writeBytes(bytes);
        write("\r\n");
    }

    public byte[] bytes() {
        write("--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private void head(String disposition, String more) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n");
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
