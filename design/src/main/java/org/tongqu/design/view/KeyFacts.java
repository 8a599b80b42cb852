package org.tongqu.design.view;

import java.util.List;

/** A few facts by name. */
public record KeyFacts(List<Fact> facts) {

    /**
     * @param href where the value leads; empty for none
     * @param note where it comes from, as of when; empty for none
     */
    public record Fact(String name, String value, String href, String note) {

        public static Fact of(String name, String value) {
            return new Fact(name, value, "", "");
        }

        public Fact noting(String newNote) {
            return new Fact(name, value, href, newNote);
        }

        public Fact leadingTo(String newHref) {
            return new Fact(name, value, newHref, note);
        }
    }

    public KeyFacts {
        facts = List.copyOf(facts);
    }
}
