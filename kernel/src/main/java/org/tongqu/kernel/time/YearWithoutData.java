package org.tongqu.kernel.time;

/**
 * The working-day table says nothing about the year. What to do: import the table of that year, published each November
 * by the General Office of the State Council, and ask again.
 */
public record YearWithoutData(int year) {}
