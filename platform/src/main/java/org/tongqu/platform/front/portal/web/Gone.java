package org.tongqu.platform.front.portal.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Ways to say that a page is not there; what belongs to somebody else is not there either. */
public final class Gone {

    private Gone() {}

    /** Never was, or is not this person's: which of the two is not told. */
    public static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Was there, as a draft that has been handed in or thrown away. */
    public static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.GONE);
    }
}
