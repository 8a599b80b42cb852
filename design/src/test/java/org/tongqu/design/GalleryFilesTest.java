package org.tongqu.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.design.Comfort.Theme;
import org.tongqu.design.Gallery.Shell;

/** Writes the gallery as files that a browser opens without a server: {@code design/target/gallery}. */
class GalleryFilesTest {

    private static final Path FOLDER = Path.of("target/gallery");
    private static final Path ASSETS =
            Path.of("src/main/resources/static/assets/design").toAbsolutePath();

    @Test
    void theGalleryCanBeLookedAtInEveryThemeAndLanguage() throws IOException {
        Files.createDirectories(FOLDER);
        for (var shell : Shell.values()) {
            for (var language : Language.values()) {
                for (var theme : Theme.values()) {
                    var file = FOLDER.resolve(shell + "-" + language + "-" + theme + ".html");
                    Files.writeString(file, page(language, shell, theme));
                    assertThat(file).content().contains("</html>").doesNotContain("⟦");
                }
            }
        }
    }

    private static String page(Language language, Shell shell, Theme theme) {
        var page = Gallery.page(GalleryFrame.of(Gallery.words(language), shell, theme), shell);
        return onDisk(Rendering.of("GalleryPage", Map.of("page", page)));
    }

    static String onDisk(String html) {
        return html.replaceAll("/assets/design/([a-z.]+)\\?v=[0-9a-f]+", ASSETS.toUri() + "$1");
    }
}
