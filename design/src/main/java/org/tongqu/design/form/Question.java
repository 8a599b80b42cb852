package org.tongqu.design.form;

import org.jspecify.annotations.Nullable;
import org.tongqu.design.Texts;

/**
 * What every field has in common: what is asked, why, what we already know, and what is wrong with the answer.
 *
 * @param name the form parameter; also the stem of the element's id
 */
public record Question(Texts texts, String name, String label, Need need, Notes notes) {

    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    /**
     * Empty strings are not shown.
     *
     * @param hint  how to answer, with an example
     * @param why   why we ask, with the law if there is one
     * @param from  the register that already knew the answer
     * @param asOf  when that register last heard about it
     * @param wrong what to change, in words that say how
     */
    public record Notes(String hint, String why, String from, String asOf, String wrong) {
        static final Notes NONE = new Notes("", "", "", "", "");
    }

    public static Question of(Texts texts, String name, String label) {
        return new Question(texts, name, label, Need.REQUIRED, Notes.NONE);
    }

    public Question optional() {
        return new Question(texts, name, label, Need.OPTIONAL, notes);
    }

    public Question hint(String hint) {
        return with(new Notes(hint, notes.why, notes.from, notes.asOf, notes.wrong));
    }

    public Question why(String why) {
        return with(new Notes(notes.hint, why, notes.from, notes.asOf, notes.wrong));
    }

    /** The answer was filled in by us: the register's name and its date, both as the reader sees them. */
    public Question knownFrom(String register, String asOf) {
        return with(new Notes(notes.hint, notes.why, register, asOf, notes.wrong));
    }

    /** An empty text leaves the question without fault. */
    public Question wrong(String wrong) {
        return with(new Notes(notes.hint, notes.why, notes.from, notes.asOf, wrong));
    }

    private Question with(Notes newNotes) {
        return new Question(texts, name, label, need, newNotes);
    }

    /** The id of the element an error summary leads to. */
    public String id() {
        return idOf(name);
    }

    /** The id that the field of this name has on the page; for error summaries. */
    public static String idOf(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    public boolean isRequired() {
        return need == Need.REQUIRED;
    }

    public boolean isWrong() {
        return !notes.wrong.isEmpty();
    }

    public boolean isKnown() {
        return !notes.from.isEmpty();
    }

    /** For {@code aria-invalid}; absent when all is well. */
    public @Nullable String invalid() {
        return isWrong() ? "true" : null;
    }

    /** For {@code aria-describedby}; absent when there is nothing to read. */
    public @Nullable String describedBy() {
        var ids = new StringBuilder();
        append(ids, notes.hint, "-hint");
        append(ids, notes.why, "-why");
        append(ids, notes.from, "-from");
        append(ids, notes.wrong, "-wrong");
        return ids.isEmpty() ? null : ids.toString();
    }

    private void append(StringBuilder ids, String note, String ending) {
        if (!note.isEmpty()) {
            ids.append(ids.isEmpty() ? "" : " ").append(id()).append(ending);
        }
    }
}
