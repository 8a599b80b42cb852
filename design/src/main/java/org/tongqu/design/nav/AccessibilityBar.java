package org.tongqu.design.nav;

import org.tongqu.design.Comfort;
import org.tongqu.design.Texts;

/** Size and contrast for those who need them, as plain forms. */
public record AccessibilityBar(Texts texts, Comfort comfort, String back) {}
