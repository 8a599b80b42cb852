package org.tongqu.design.nav;

/** The seal of the crossroads with the name of the site; leads home. */
public record Wordmark(String name, String under, String href) {}
