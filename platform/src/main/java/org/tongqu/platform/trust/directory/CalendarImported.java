package org.tongqu.platform.trust.directory;

import java.util.Set;

/** A new edition of working days counts from now on. Announced in the transaction of the import. */
public record CalendarImported(String edition, Set<Integer> years, String by) {}
