package org.tongqu.house;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is written into the journal anywhere has words an auditor reads, in both languages. */
class JournalWordsTest {

    private static final String ENTRY = "import org.tongqu.platform.trust.journal.Entry;";
    private static final Pattern VERB = Pattern.compile("([a-z]+)\\.[a-z][a-z-]*");

    /** What stands before the dot of a verb: the module that did it, or the audit. */
    private static final Set<String> MODULES = Repository.files("platform/src/main/java").stream()
            .map(file -> file.toString().replace('\\', '/').split("/"))
            .filter(path -> path[path.length - 1].equals("package-info.java"))
            .flatMap(path -> Stream.of(path[path.length - 2], "audit"))
            .collect(toSet());

    private final Written written = new Written();

    @Test
    void everyVerbHasWords() {
        assertThat(written.verbs).hasSizeGreaterThan(20).contains("identity.lock", "casework.complete");
        assertThat(missing("verb", written.verbs)).isEmpty();
    }

    @Test
    void everyKindOfSubjectHasWords() {
        assertThat(written.kinds).hasSizeGreaterThan(5).contains("account", "case");
        assertThat(missing("kind", written.kinds)).isEmpty();
    }

    @Test
    void everyDetailHasWords() {
        assertThat(written.fields).hasSizeGreaterThan(10).contains("role", "outcome");
        assertThat(missing("field", written.fields)).isEmpty();
    }

    private static Set<String> missing(String of, Set<String> codes) {
        var missing = new TreeSet<String>();
        for (var language : List.of("zh", "en")) {
            var texts = texts(language);
            for (var code : codes) {
                var key = "desk.journal." + of + "." + code;
                var isThere = code.endsWith("-")
                        ? texts.stringPropertyNames().stream().anyMatch(name -> name.startsWith(key))
                        : texts.containsKey(key);
                if (!isThere) {
                    missing.add(language + ": " + key);
                }
            }
        }
        return missing;
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        try (var file = Objects.requireNonNull(
                JournalWordsTest.class.getResourceAsStream("/texts/front/desk/" + language + ".properties"))) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the sources that know the journal's entries say of them. */
    private static final class Written {

        private final Set<String> verbs = new TreeSet<>();
        private final Set<String> kinds = new TreeSet<>();
        private final Set<String> fields = new TreeSet<>();

        Written() {
            var files = Repository.files("platform/src/main").stream()
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> Repository.text(file).contains(ENTRY))
                    .collect(toMap(Repository::name, Repository::text));
            Source.of(files).forEach(source -> new Reading(source).findings());
        }

        private final class Reading extends Rule.Walk {

            Reading(Source source) {
                super(source);
            }

            @Override
            public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
                if (literal.getValue() instanceof String text) {
                    var verb = VERB.matcher(text);
                    if (verb.matches() && MODULES.contains(verb.group(1))) {
                        verbs.add(text);
                    }
                }
                return super.visitLiteral(literal, unused);
            }

            @Override
            public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void unused) {
                if (made.getIdentifier().toString().equals("Entry.Subject")
                        && made.getArguments().getFirst() instanceof LiteralTree literal) {
                    kinds.add(String.valueOf(literal.getValue()));
                }
                return super.visitNewClass(made, unused);
            }

            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
                if (call.getMethodSelect().toString().endsWith(".with")
                        && call.getArguments().size() == 2
                        && call.getArguments().getFirst() instanceof LiteralTree literal) {
                    fields.add(String.valueOf(literal.getValue()));
                }
                return super.visitMethodInvocation(call, unused);
            }
        }
    }
}
