package org.tongqu.design;

import java.util.Optional;

/**
 * Who is looking at the page, and the doors that are theirs.
 *
 * @param signIn  where a stranger proves who they are
 * @param signOut where a form is posted to leave
 * @param account where a signed-in person sees their own matters and settings
 */
public record Visitor(Optional<Person> person, Csrf csrf, String signIn, String signOut, String account) {

    /**
     * A signed-in person as the shell names them.
     *
     * @param role for whom they act: a firm, or an office and post; empty for a citizen's own matters
     */
    public record Person(String name, String role) {}

    public static Visitor stranger(Csrf csrf, String signIn) {
        return new Visitor(Optional.empty(), csrf, signIn, "", "");
    }

    public static Visitor known(Person person, Csrf csrf, String signOut, String account) {
        return new Visitor(Optional.of(person), csrf, "", signOut, account);
    }
}
