package org.tongqu.platform.operate.web;

import org.springframework.http.HttpStatus;

/**
 * What a controller returns: a page record and the template that shows it. The page is rendered whole before the
 * first byte leaves, so that a fault in a template is a fault page and not half a page.
 *
 * @param template path below the template root without ending, e.g. {@code front/portal/HomePage}
 * @param page the template's only parameter
 */
public record Html(String template, Object page, HttpStatus status) {

    public static Html page(String template, Object page) {
        return new Html(template, page, HttpStatus.OK);
    }

    /** The same page as the answer to something that was refused or not found. */
    public Html with(HttpStatus other) {
        return new Html(template, page, other);
    }
}
