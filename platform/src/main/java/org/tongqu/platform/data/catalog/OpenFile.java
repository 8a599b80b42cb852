package org.tongqu.platform.data.catalog;

import org.tongqu.kernel.text.Label;

/**
 * A file of an open resource.
 *
 * @param format as people call it, e.g. {@code CSV}
 * @param href where it is, from the root of the site
 * @param terms under which anybody may use it
 */
public record OpenFile(String format, String href, Label terms) {}
