package org.tongqu.engines.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.tongqu.kernel.text.Language;

/** Sentences of one engine in every language; {@code {0}} stands for the first thing to quote. */
public final class Sentences {

    private final String folder;
    private final Map<Language, Properties> files = new EnumMap<>(Language.class);

    private Sentences(String folder) {
        this.folder = folder;
        for (var language : Language.values()) {
            files.put(language, load(folder + "/" + language.tag() + ".properties"));
        }
    }

    /** @param folder on the class path, e.g. {@code texts/engines/forms}; a missing file is a fault of the build */
    public static Sentences in(String folder) {
        return new Sentences(folder);
    }

    /** The sentence of a code that the engine itself uses. */
    public String say(Language language, String code, List<String> args) {
        return find(language, code, args)
                .orElseThrow(() -> new IllegalArgumentException("No sentence \"" + code + "\" in " + folder));
    }

    public Optional<String> find(Language language, String code, List<String> args) {
        return Optional.ofNullable(file(language).getProperty(code)).map(sentence -> quote(sentence, args));
    }

    public Set<String> codes(Language language) {
        return new TreeSet<>(file(language).stringPropertyNames());
    }

    private Properties file(Language language) {
        return Optional.ofNullable(files.get(language)).orElseThrow();
    }

    private static String quote(String sentence, List<String> args) {
        var said = sentence;
        for (int i = 0; i < args.size(); i++) {
            said = said.replace("{" + i + "}", args.get(i));
        }
        return said;
    }

    private static Properties load(String path) {
        try (var stream = Sentences.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("No file " + path + " on the class path");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
