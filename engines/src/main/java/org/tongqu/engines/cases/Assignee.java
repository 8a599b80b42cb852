package org.tongqu.engines.cases;

/** The one person who has taken a task or was given it. */
public record Assignee(String id, String name) {}
