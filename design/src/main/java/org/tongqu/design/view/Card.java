package org.tongqu.design.view;

/** A door to one thing; the whole card is the link's target, the heading is its words. */
public record Card(String title, String href, String text, String note) {}
