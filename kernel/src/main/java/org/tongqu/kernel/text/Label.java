package org.tongqu.kernel.text;

/**
 * A text for people in both languages, as packs carry it.
 *
 * @param zh the text that counts; never blank
 * @param en may be blank: a department that has not translated yet is shown in Chinese, not left empty
 */
public record Label(String zh, String en) {

    public Label {
        if (zh.isBlank()) {
            throw new IllegalArgumentException("A label needs its Chinese text; English was \"" + en + "\"");
        }
    }

    /** A text that reads the same in both languages, such as a code or a name. */
    public static Label same(String text) {
        return new Label(text, text);
    }

    public String in(Language language) {
        return language == Language.EN && !en.isBlank() ? en : zh;
    }
}
