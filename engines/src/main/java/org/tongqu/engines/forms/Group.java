package org.tongqu.engines.forms;

import java.util.List;
import org.tongqu.kernel.text.Label;

/**
 * The same questions asked again for each of several things, e.g. for each shareholder.
 *
 * @param name    the path of the items
 * @param row     what one of them is called
 * @param summary the fields that tell rows apart in the list "who have you added so far"
 */
public record Group(String name, Label row, int atLeast, int atMost, List<String> summary) {
    public Group {
        summary = List.copyOf(summary);
    }
}
