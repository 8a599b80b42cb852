package org.tongqu.exchange.wire;

/** Days and microseconds of the Gregorian calendar without an object for each. */
final class Calendar {

    static final long MICROS_PER_DAY = 86_400_000_000L;
    static final long MICROS_PER_SECOND = 1_000_000L;

    /** No such day. */
    static final long NONE = Long.MIN_VALUE;

    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Calendar() {}

    /** Days since 1970, or {@link #NONE} for a day that does not exist, of year 0 or before, or after 9999. */
    static long day(int year, int month, int day) {
        if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > length(year, month)) {
            return NONE;
        }
        var y = month <= 2 ? year - 1 : year;
        var era = y / 400;
        var yearOfEra = y - era * 400;
        var dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        var dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468L;
    }

    private static int length(int year, int month) {
        var leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    /** Writes {@code 2026-11-22} and says how many bytes that took; -1 when the year has not four digits. */
    static int writeDay(long days, byte[] into, int at) {
        var shifted = days + 719_468L;
        var era = Math.floorDiv(shifted, 146_097L);
        var dayOfEra = shifted - era * 146_097L;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var part = (5 * dayOfYear + 2) / 153;
        var day = (int) (dayOfYear - (153 * part + 2) / 5 + 1);
        var month = (int) (part < 10 ? part + 3 : part - 9);
        var year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        if (year < 1 || year > 9999) {
            return -1;
        }
        digits((int) year, 4, into, at);
        into[at + 4] = '-';
        digits(month, 2, into, at + 5);
        into[at + 7] = '-';
        digits(day, 2, into, at + 8);
        return 10;
    }

    /** Writes {@code 2026-11-22 09:30:00.123456}, without a fraction that is zero. */
    static int writeMoment(long micros, byte[] into, int at) {
        var days = Math.floorDiv(micros, MICROS_PER_DAY);
        var ofDay = micros - days * MICROS_PER_DAY;
        var length = writeDay(days, into, at);
        if (length < 0) {
            return -1;
        }
        var seconds = (int) (ofDay / MICROS_PER_SECOND);
        var fraction = (int) (ofDay % MICROS_PER_SECOND);
        into[at + 10] = ' ';
        digits(seconds / 3600, 2, into, at + 11);
        into[at + 13] = ':';
        digits(seconds / 60 % 60, 2, into, at + 14);
        into[at + 16] = ':';
        digits(seconds % 60, 2, into, at + 17);
        if (fraction == 0) {
            return 19;
        }
        into[at + 19] = '.';
        digits(fraction, 6, into, at + 20);
        return 26;
    }

    static void digits(int value, int count, byte[] into, int at) {
        var left = value;
        for (int i = count - 1; i >= 0; i--) {
            into[at + i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }
}
