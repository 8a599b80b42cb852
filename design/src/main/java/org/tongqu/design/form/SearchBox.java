package org.tongqu.design.form;

import java.util.List;
import org.tongqu.design.Texts;

/**
 * The way in: one large question that is sent by GET.
 *
 * @param popular what others look for; a short list of links, may be empty
 */
public record SearchBox(Texts texts, String action, String label, String value, List<Popular> popular) {

    public record Popular(String label, String href) {}

    public SearchBox {
        popular = List.copyOf(popular);
    }
}
