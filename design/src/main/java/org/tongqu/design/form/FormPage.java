package org.tongqu.design.form;

import java.util.ArrayList;
import java.util.List;
import org.tongqu.design.Csrf;
import org.tongqu.design.Texts;

/**
 * A form with its heading: what is wrong, the questions, what can be done.
 *
 * @param heading what is asked; becomes the {@code h1}. Empty when the page has its own
 * @param send    where and how the form is sent
 * @param parts   one part without legend for a single question
 * @param actions the first is the main one
 */
public record FormPage(
        Texts texts, String heading, String lead, Send send, List<Fieldset> parts, List<Button> actions) {

    /**
     * @param hidden what travels along unseen; the server never trusts it
     */
    public record Send(String action, Csrf csrf, List<Hidden> hidden) {

        public Send {
            hidden = List.copyOf(hidden);
        }

        public static Send to(String action, Csrf csrf) {
            return new Send(action, csrf, List.of());
        }

        public Send along(String name, String value) {
            var more = new ArrayList<>(hidden);
            more.add(new Hidden(name, value));
            return new Send(action, csrf, more);
        }
    }

    public record Hidden(String name, String value) {}

    public FormPage {
        parts = List.copyOf(parts);
        actions = List.copyOf(actions);
    }

    /** Questions without a heading of their own. */
    public static FormPage of(Texts texts, String heading, Send send, List<Field> fields, Button main) {
        return new FormPage(texts, heading, "", send, List.of(new Fieldset("", "", fields)), List.of(main));
    }

    public FormPage lead(String newLead) {
        return new FormPage(texts, heading, newLead, send, parts, actions);
    }

    public FormPage also(Button action) {
        var more = new ArrayList<>(actions);
        more.add(action);
        return new FormPage(texts, heading, lead, send, parts, more);
    }

    public ErrorSummary problems() {
        var fields = parts.stream().flatMap(part -> part.fields().stream()).toList();
        return ErrorSummary.of(texts, fields);
    }

    /** Papers travel in parts, everything else does not need them. */
    public String encoding() {
        var papers = parts.stream().flatMap(part -> part.fields().stream()).anyMatch(FileUpload.class::isInstance);
        return papers ? "multipart/form-data" : "application/x-www-form-urlencoded";
    }
}
