package org.tongqu.design.view;

/** A person by name and post, never by picture. */
public record PersonBadge(String name, String role) {

    /** The family name, or the first letter: enough to tell two people in a list apart. */
    public String initial() {
        return name.isEmpty() ? "·" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
