package org.tongqu.platform.front.portal.web.results;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.KeyFacts;

/** One published result: what the law lets everybody read, and nothing else. */
public record ResultPage(PageFrame frame, String title, String published, KeyFacts facts) implements Page {}
