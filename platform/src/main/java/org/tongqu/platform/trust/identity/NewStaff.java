package org.tongqu.platform.trust.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody who takes up a post, as typed.
 *
 * @param number the staff number by which the directory knows them for good, e.g. {@code 999901-0123}
 */
public record NewStaff(String number, String name, String organisation, String post, String signInName) {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{2,29}");
    private static final Pattern SIGN_IN_NAME = Pattern.compile("[a-z][a-z0-9.-]{2,31}");

    public NewStaff {
        number = number.strip();
        name = name.strip();
        signInName = signInName.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether staff can bear such a number: 3 to 30 letters, digits and hyphens. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Whether staff can sign in by such a name: 3 to 32 small letters, digits, dots and hyphens, a letter first. */
    public static boolean isSignInName(String text) {
        return SIGN_IN_NAME.matcher(text).matches();
    }
}
