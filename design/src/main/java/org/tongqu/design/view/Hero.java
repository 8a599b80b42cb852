package org.tongqu.design.view;

import org.tongqu.design.form.SearchBox;

/** The head of the portal's home: one question, one large field, nothing that moves. */
public record Hero(String title, String lead, SearchBox search) {}
