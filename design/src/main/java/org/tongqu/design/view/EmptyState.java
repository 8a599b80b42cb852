package org.tongqu.design.view;

import java.util.Optional;
import org.tongqu.design.form.ButtonLink;

/** Nothing is here yet: why, and what to do next. */
public record EmptyState(String title, String text, Optional<ButtonLink> action) {

    public static EmptyState of(String title, String text) {
        return new EmptyState(title, text, Optional.empty());
    }

    public EmptyState offering(ButtonLink newAction) {
        return new EmptyState(title, text, Optional.of(newAction));
    }
}
