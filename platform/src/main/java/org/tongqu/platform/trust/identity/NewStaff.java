package org.tongqu.platform.trust.identity;

/**
 * Somebody who takes up a post, as typed.
 *
 * @param number the staff number by which the directory knows them for good, e.g. {@code 999901-0123}
 */
public record NewStaff(String number, String name, String organisation, String post, String signInName) {

    public NewStaff {
        number = number.strip();
        name = name.strip();
        signInName = signInName.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
