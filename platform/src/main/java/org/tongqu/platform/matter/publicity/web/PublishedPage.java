package org.tongqu.platform.matter.publicity.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.KeyFacts;

/** One licence or penalty in the fields of the national list. @param back the shelf it stands on */
public record PublishedPage(PageFrame frame, String heading, KeyFacts facts, String back) implements Page {}
