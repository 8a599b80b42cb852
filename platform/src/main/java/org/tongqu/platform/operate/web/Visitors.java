package org.tongqu.platform.operate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.tongqu.design.Texts;
import org.tongqu.design.Visitor;

/** Knows who sent a request, so that the shell can greet them. Answered by whoever signs people in. */
public interface Visitors {

    /** The person, or nothing for a stranger. */
    Optional<Visitor.Person> person(HttpServletRequest request, Texts texts);

    /** Where a stranger signs in to come back to this page. */
    String signIn(HttpServletRequest request);

    String signOut();

    String account();
}
