package org.tongqu.platform.data.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.text.Label;

/** The classes and groups of the guide (发改高技〔2017〕1272号): what the first three digits of a code mean. */
@Component
public class Classes {

    private static final int GROUP = 3;

    private final Map<String, Label> names = read();

    /** The name of a class of one digit or a group of three. */
    public Optional<Label> find(String code) {
        return Optional.ofNullable(names.get(code));
    }

    /** The group of a category or of a whole code. */
    public Optional<Label> group(String code) {
        return code.length() < GROUP ? Optional.empty() : find(code.substring(0, GROUP));
    }

    /** Classes and groups by code, in order. */
    public Map<String, Label> all() {
        return names;
    }

    private static Map<String, Label> read() {
        var names = new LinkedHashMap<String, Label>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Classes.class.getResourceAsStream("classes.csv")), UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(row -> names.put(row[0], new Label(row[1], row[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(names);
    }
}
