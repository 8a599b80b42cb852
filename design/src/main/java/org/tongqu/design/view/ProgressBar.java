package org.tongqu.design.view;

/**
 * How far something is.
 *
 * @param words the same in words: {@code 第 2 步，共 5 步}
 */
public record ProgressBar(String label, int done, int all, String words) {}
