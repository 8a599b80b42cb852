package org.tongqu.design.form;

import java.util.List;

/**
 * Papers to hand in, and those already here.
 *
 * @param accept the endings a person may choose, {@code .pdf,.jpg,.png}; content is checked on the server
 * @param limit  the same in words, with the size
 */
public record FileUpload(Question question, String accept, String limit, Count count, List<Paper> papers)
        implements Field {

    public enum Count {
        ONE,
        MANY
    }

    /**
     * A paper already handed in.
     *
     * @param size   as the reader sees it, {@code 1.2 MB}
     * @param remove the value of the button named {@code remove} that takes it back; empty when it must stay
     */
    public record Paper(String name, String size, String href, String remove) {}

    public FileUpload {
        papers = List.copyOf(papers);
    }
}
