package org.tongqu.platform.trust.directory;

import org.tongqu.kernel.identity.DivisionCode;

/** A division as the national table, or the demo city, names it, e.g. {@code 110105 朝阳区}. */
public record Division(DivisionCode code, String name) {}
