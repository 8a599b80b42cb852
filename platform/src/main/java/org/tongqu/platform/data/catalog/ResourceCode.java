package org.tongqu.platform.data.catalog;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of a resource: class (1 digit), group (2), kind (3), subkind as long as one likes, a slash, and the running
 * number within that, e.g. {@code 307006/12}.
 */
public record ResourceCode(String value) implements Comparable<ResourceCode> {

    private static final Pattern CATEGORY = Pattern.compile("[123][0-9]{5}[0-9A-Z]{0,14}");
    private static final Pattern FORM = Pattern.compile(CATEGORY.pattern() + "/[1-9][0-9]{0,8}");

    public ResourceCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected a code such as 307006/12 but found " + value);
        }
    }

    public static Optional<ResourceCode> find(String text) {
        var typed = text.strip();
        return FORM.matcher(typed).matches() ? Optional.of(new ResourceCode(typed)) : Optional.empty();
    }

    /** Reads the form that stands in an address. */
    public static Optional<ResourceCode> ofKey(String key) {
        return find(key.replace('-', '/'));
    }

    /** Whether the text is the part before the slash. */
    public static boolean isCategory(String text) {
        return CATEGORY.matcher(text).matches();
    }

    public String category() {
        return value.substring(0, value.indexOf('/'));
    }

    public int number() {
        return Integer.parseInt(value.substring(value.indexOf('/') + 1));
    }

    /** For an address, which a slash would part. */
    public String key() {
        return value.replace('/', '-');
    }

    @Override
    public int compareTo(ResourceCode other) {
        var byCategory = category().compareTo(other.category());
        return byCategory == 0 ? Integer.compare(number(), other.number()) : byCategory;
    }

    @Override
    public String toString() {
        return value;
    }
}
