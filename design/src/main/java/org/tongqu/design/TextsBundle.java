package org.tongqu.design;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All sentences of the running system, read once from UTF-8 {@code .properties} files. */
public final class TextsBundle {

    private static final Pattern HOLE = Pattern.compile("\\{(\\d+)(?:\\|([^|}]*)\\|([^|}]*))?}");

    private final Map<Language, Map<String, String>> sentences = new EnumMap<>(Language.class);
    private final List<String> problems = new ArrayList<>();
    private final Set<String> askedInVain = new ConcurrentSkipListSet<>();

    private TextsBundle() {}

    /** Reads the files of both languages; the texts of the components themselves are always among them. */
    public static TextsBundle load(List<URL> zh, List<URL> en) {
        var bundle = new TextsBundle();
        bundle.read(Language.ZH, zh);
        bundle.read(Language.EN, en);
        bundle.compare();
        return bundle;
    }

    /** What the components themselves say, and nothing else. */
    public static TextsBundle ofComponents() {
        return load(List.of(), List.of());
    }

    public Texts in(Language language) {
        return new Spoken(language, Objects.requireNonNull(sentences.get(language)));
    }

    /**
     * What a test must refuse: a key one language lacks, a key two files define, and a key whose
     * sentences do not use the same arguments.
     */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Keys that pages asked for since the start and no file has. */
    public Set<String> askedInVain() {
        return Set.copyOf(askedInVain);
    }

    private void read(Language language, List<URL> files) {
        var all = new TreeMap<String, String>();
        var own = "/texts/design/" + language.code() + ".properties";
        readFile(Objects.requireNonNull(TextsBundle.class.getResource(own), own), all);
        files.forEach(file -> readFile(file, all));
        sentences.put(language, Map.copyOf(all));
    }

    private void readFile(URL file, Map<String, String> all) {
        var read = new Properties();
        try (var characters = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            read.load(characters);
        } catch (IOException broken) {
            throw new UncheckedIOException("Texts cannot be read from " + file, broken);
        }
        read.stringPropertyNames().forEach(key -> {
            if (all.put(key, read.getProperty(key)) != null) {
                problems.add(key + " is defined twice, again in " + file);
            }
        });
    }

    private void compare() {
        var zh = Objects.requireNonNull(sentences.get(Language.ZH));
        var en = Objects.requireNonNull(sentences.get(Language.EN));
        var keys = new TreeSet<>(zh.keySet());
        keys.addAll(en.keySet());
        for (var key : keys) {
            var chinese = zh.get(key);
            var english = en.get(key);
            if (chinese == null) {
                problems.add(key + " is missing in zh");
            } else if (english == null) {
                problems.add(key + " is missing in en");
            } else if (!holes(chinese).equals(holes(english))) {
                problems.add(key + " uses " + holes(chinese) + " in zh but " + holes(english) + " in en");
            }
        }
    }

    private static Set<String> holes(String sentence) {
        var holes = new TreeSet<String>();
        var found = HOLE.matcher(sentence);
        while (found.find()) {
            holes.add(found.group(1));
        }
        return holes;
    }

    private final class Spoken implements Texts {

        private final Language language;
        private final Map<String, String> sentences;

        private Spoken(Language language, Map<String, String> sentences) {
            this.language = language;
            this.sentences = sentences;
        }

        @Override
        public Language language() {
            return language;
        }

        @Override
        public boolean knows(String key) {
            return sentences.containsKey(key);
        }

        @Override
        public String say(String key, Object... arguments) {
            var sentence = sentences.get(key);
            if (sentence == null) {
                askedInVain.add(key);
                return "⟦" + key + "⟧";
            }
            return sentence.indexOf('{') < 0 ? sentence : fill(sentence, arguments);
        }

        private static String fill(String sentence, Object[] arguments) {
            return HOLE.matcher(sentence).replaceAll(hole -> {
                int place = Integer.parseInt(hole.group(1));
                if (place >= arguments.length) {
                    return Matcher.quoteReplacement(hole.group());
                }
                var value = String.valueOf(arguments[place]);
                if (hole.group(2) == null) {
                    return Matcher.quoteReplacement(value);
                }
                return Matcher.quoteReplacement(value.equals("1") ? hole.group(2) : hole.group(3));
            });
        }
    }
}
