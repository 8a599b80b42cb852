package org.tongqu.platform.operate.sheets;

import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** How a table is handed out. */
public enum SheetForm {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final MediaType type;

    SheetForm(String type) {
        this.type = MediaType.parseMediaType(type);
    }

    /** How the name of such a file ends. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param code as {@link #code} says it; another one is a fault of the caller */
    public static SheetForm of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The table as a file to be kept under this name. */
    public ResponseEntity<StreamingResponseBody> file(String name, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + code() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }
}
