package org.tongqu.engines.packs;

import java.util.List;
import org.tongqu.kernel.text.Label;

/**
 * A public list on the portal and what a line of it shows.
 *
 * @param fields each a name, a heading and the fact it shows; nothing personal, which is checked
 */
public record Publication(String id, Label title, Label lineTitle, List<FactField> fields) {
    public Publication {
        fields = List.copyOf(fields);
    }
}
