package org.tongqu.engines.items;

/**
 * What is wrong with one cell of an item.
 *
 * @param column as the exchange tables call it
 * @param kind   in small letters with dashes; the words for it stand in the texts
 * @param found  what stands there
 */
public record ItemFault(String column, String kind, String found) {}
