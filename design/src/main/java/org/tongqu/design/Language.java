package org.tongqu.design;

import java.util.Locale;

/** The languages every page speaks; Chinese is the first and the one to fall back on. */
public enum Language {
    ZH("zh-CN", Locale.SIMPLIFIED_CHINESE),
    EN("en", Locale.ENGLISH);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** For the {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    /** How its own speakers call it; never translated. */
    public String ownName() {
        return locale.getDisplayLanguage(locale);
    }

    public Locale locale() {
        return locale;
    }

    /** What the cookie and the address say: {@code zh} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one a person is offered instead of this one. */
    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /** Reads a cookie or a parameter; whatever is not known is Chinese. */
    public static Language of(String code) {
        return code.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
    }
}
