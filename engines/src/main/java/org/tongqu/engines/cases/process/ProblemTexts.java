package org.tongqu.engines.cases.process;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.tongqu.kernel.text.Language;

/** The sentences about broken processes, by key, with {@code {0}} where an argument is quoted. */
final class ProblemTexts {

    private static final Map<Language, Properties> BY_LANGUAGE = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            BY_LANGUAGE.put(language, read("/texts/engines/cases/" + language.tag() + ".properties"));
        }
    }

    private ProblemTexts() {}

    static String say(Language language, String key, List<String> args) {
        var sentence = sentences(language).getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("No sentence " + key + " in " + language);
        }
        for (int i = 0; i < args.size(); i++) {
            sentence = sentence.replace("{" + i + "}", args.get(i));
        }
        return sentence;
    }

    static Properties sentences(Language language) {
        return BY_LANGUAGE.getOrDefault(language, new Properties());
    }

    private static Properties read(String resource) {
        var properties = new Properties();
        try (var in = ProblemTexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without " + resource);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
