package org.tongqu.design.nav;

import org.tongqu.design.Language;

/**
 * The way to the other language of the same page.
 *
 * @param action the address that keeps {@code lang} and returns to {@code back}
 */
public record LanguageSwitch(Language now, String action, String back) {}
