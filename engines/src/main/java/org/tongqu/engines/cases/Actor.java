package org.tongqu.engines.cases;

import java.util.Set;

/**
 * Who asks for something, as the platform authenticated them.
 *
 * @param name as it is told to others, e.g. in "already taken by …"
 * @param organisation the code of the officer's organisation; empty for others
 * @param roles the codes the officer holds there; empty for others
 */
public record Actor(String id, String name, Kind kind, String organisation, Set<String> roles) {

    public enum Kind {
        APPLICANT,
        OFFICER,
        /** The platform itself: timers, service tasks and, after its own check of rights, moving work about. */
        SYSTEM
    }

    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor applicant(String id, String name) {
        return new Actor(id, name, Kind.APPLICANT, "", Set.of());
    }

    public static Actor officer(String id, String name, String organisation, Set<String> roles) {
        return new Actor(id, name, Kind.OFFICER, organisation, roles);
    }

    /** The platform; its name is shown in the story of a case, so it comes from the texts of the caller. */
    public static Actor system(String name) {
        return new Actor("system", name, Kind.SYSTEM, "", Set.of());
    }
}
