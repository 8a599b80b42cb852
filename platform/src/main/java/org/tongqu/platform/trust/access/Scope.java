package org.tongqu.platform.trust.access;

import java.util.Set;

/**
 * Which organisations' rows a request may see. Stores take it and bind {@link #organisations()} as an array:
 *
 * <pre>{@code WHERE organisation = ANY (:organisations)}</pre>
 *
 * A store with another plan for those who see everything asks {@link #isEverything()} first. Nobody but {@link Access}
 * and tests makes one.
 */
public sealed interface Scope {

    /** To be bound as {@code text[]}; for {@link Everything} all organisations there are. */
    String[] organisations();

    boolean sees(String organisation);

    default boolean isEverything() {
        return this instanceof Everything;
    }

    /** The rows of these organisations. An empty set sees nothing. */
    record Organisations(Set<String> codes) implements Scope {

        public Organisations {
            codes = Set.copyOf(codes);
        }

        @Override
        public String[] organisations() {
            return codes.stream().sorted().toArray(String[]::new);
        }

        @Override
        public boolean sees(String organisation) {
            return codes.contains(organisation);
        }
    }

    /** All rows. @param codes all organisations known now */
    record Everything(Set<String> codes) implements Scope {

        public Everything {
            codes = Set.copyOf(codes);
        }

        @Override
        public String[] organisations() {
            return codes.stream().sorted().toArray(String[]::new);
        }

        @Override
        public boolean sees(String organisation) {
            return true;
        }
    }

    static Scope nothing() {
        return new Organisations(Set.of());
    }

    static Scope of(String... organisations) {
        return new Organisations(Set.of(organisations));
    }
}
