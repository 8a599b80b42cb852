package org.tongqu.engines.forms;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;

/**
 * One page that asks one thing. It has fields, or a group of rows that each have these fields, or materials.
 *
 * @param why  why the government needs to know, shown under the title
 * @param part of a form that is filled in by and by: the page is asked from when the case comes to a task of the applicant
 *     that asks for this part
 * @param when the page is asked only when this holds for the answers
 */
public record FormPage(
        String id,
        Label title,
        Optional<Label> why,
        Optional<String> part,
        Optional<Expression> when,
        Optional<Group> group,
        List<Field> fields,
        List<MaterialAsk> materials) {

    public FormPage {
        fields = List.copyOf(fields);
        materials = List.copyOf(materials);
    }

    /** Where the answers say that a part has begun. */
    public static String begun(String part) {
        return "parts." + part;
    }

    /** Whether the page belongs to no part, or to one that has begun. */
    boolean hasBegun(Datum answers) {
        return part.stream().allMatch(one -> answers.truth(begun(one)).orElse(false));
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
