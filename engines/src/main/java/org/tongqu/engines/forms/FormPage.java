package org.tongqu.engines.forms;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.kernel.text.Label;

/**
 * One page that asks one thing. It has fields, or a group of rows that each have these fields, or materials.
 *
 * @param why  why the government needs to know, shown under the title
 * @param when the page is asked only when this holds for the answers
 */
public record FormPage(
        String id,
        Label title,
        Optional<Label> why,
        Optional<Expression> when,
        Optional<Group> group,
        List<Field> fields,
        List<MaterialAsk> materials) {

    public FormPage {
        fields = List.copyOf(fields);
        materials = List.copyOf(materials);
    }

    public Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Page " + id + " has no field \"" + name + "\""));
    }

    /** Whether a value at the path, item numbers included, is one this page asks for. */
    public boolean asks(String path) {
        if (group.isPresent()) {
            var name = group.get().name();
            return path.equals(name) || path.startsWith(name + ".");
        }
        return fields.stream().anyMatch(field -> path.equals(field.name()) || path.startsWith(field.name() + "."));
    }
}
