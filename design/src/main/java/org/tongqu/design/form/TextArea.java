package org.tongqu.design.form;

/** Several lines of text. */
public record TextArea(Question question, String value, int rows, int maxLength) implements Field {

    public static TextArea of(Question question, String value) {
        return new TextArea(question, value, 5, 2000);
    }
}
