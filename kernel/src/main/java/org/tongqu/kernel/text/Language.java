package org.tongqu.kernel.text;

import java.util.Locale;
import java.util.Optional;

/** A language of the interface. Chinese comes first and is what is shown where nothing else was asked for. */
public enum Language {
    ZH("zh"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 primary tag, as written in file names, cookies and {@code lang} attributes. */
    public String tag() {
        return tag;
    }

    /** Finds the language of a BCP 47 tag by its primary part: {@code zh-Hans-CN} is {@link #ZH}. */
    public static Optional<Language> fromTag(String tag) {
        var primary = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        for (var language : values()) {
            if (language.tag.equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
