package org.tongqu.engines.space.filter;

/** What can stand in a filter. */
public sealed interface Part permits Filter, Value, Area, Period {}
