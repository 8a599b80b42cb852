package org.tongqu.platform.matter.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** FEATURE: supervision changes nothing but its own files. */
class OwnTablesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/tongqu/platform/matter/supervision");
    private static final Pattern WRITING = Pattern.compile(
            "(?:INSERT\\s+INTO|UPDATE|DELETE\\s+FROM|TRUNCATE|copy\\.into\\(\")\\s*([a-z_]+\\.[a-z_]+)");

    @Test
    void everyStatementThatWritesNamesATableOfSupervision() throws IOException {
        var tables = written();

        assertThat(tables).as("tables written").hasSizeGreaterThan(6);
        assertThat(tables).allSatisfy(table -> assertThat(table).startsWith("supervision."));
    }

    private static List<String> written() throws IOException {
        var tables = new ArrayList<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var found = WRITING.matcher(Files.readString(file));
                while (found.find()) {
                    tables.add(found.group(1));
                }
            }
        }
        return tables;
    }
}
