package org.tongqu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document that is made from the code and committed, so that a change shows up in review. A test that finds it out of
 * date fails; {@code -Dgenerated=write} writes it again.
 */
public record Generated(Path path) {

    public static Generated file(String path) {
        return new Generated(Repository.root().resolve(path));
    }

    public void mustSay(String text) {
        try {
            if ("write".equals(System.getProperty("generated"))) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text);
            }
            var committed = Files.exists(path) ? Files.readString(path) : "";
            assertThat(committed)
                    .as("%s is out of date: run the test again with -Dgenerated=write and commit it", path)
                    .isEqualTo(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
