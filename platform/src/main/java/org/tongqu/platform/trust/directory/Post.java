package org.tongqu.platform.trust.directory;

import org.tongqu.kernel.text.Label;

/** A post of an organisation, e.g. {@code window-clerk 窗口受理员}. */
public record Post(String organisation, String code, Label name) {}
