package org.tongqu.exchange.binlog;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Days and times of the log as the server shows them, those that do not exist too. */
final class Moments {

    /** What readings of a table ask for as well. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final int MONTHS = 13;
    private static final int MICROS = 6;
    private static final long DATETIME_SIGN = 0x80_0000_0000L;
    private static final long TIME_SIGN = 0x80_0000L;

    private Moments() {}

    static String shown(CellKind kind, byte[] bytes, int at) {
        return switch (kind.code()) {
            case CellKind.DATE, CellKind.NEWDATE -> date((int) LogBytes.little(bytes, at, 3));
            case CellKind.DATETIME2 ->
                datetime(LogBytes.big(bytes, at, 5) - DATETIME_SIGN) + fraction(kind.meta(), bytes, at + 5);
            case CellKind.DATETIME -> oldDatetime(LogBytes.little(bytes, at, 8));
            case CellKind.TIMESTAMP2 -> {
                var fraction = fraction(kind.meta(), bytes, at + 4);
                yield timestamp(LogBytes.big(bytes, at, 4), fraction) + fraction;
            }
            case CellKind.TIMESTAMP -> timestamp(LogBytes.little(bytes, at, 4), "");
            case CellKind.TIME2 -> time(kind.meta(), bytes, at);
            case CellKind.TIME -> oldTime((int) LogBytes.little(bytes, at, 3) << 8 >> 8);
            default -> throw new IllegalStateException("No moment is of the type " + kind.code());
        };
    }

    private static String date(int packed) {
        return day(packed >> 9, packed >> 5 & 15, packed & 31);
    }

    private static String day(int year, int month, int day) {
        return digits(year, 4) + "-" + digits(month, 2) + "-" + digits(day, 2);
    }

    private static String clock(int hour, int minute, int second) {
        return digits(hour, 2) + ":" + digits(minute, 2) + ":" + digits(second, 2);
    }

    private static String datetime(long packed) {
        var day = (int) (packed >> 17);
        var months = day >> 5;
        var clock = (int) (packed & 0x1_ffff);
        return day(months / MONTHS, months % MONTHS, day & 31) + " " + clock(clock >> 12, clock >> 6 & 63, clock & 63);
    }

    private static String oldDatetime(long decimal) {
        var day = (int) (decimal / 1_000_000);
        return day(day / 10_000, day / 100 % 100, day % 100) + " " + clocked((int) (decimal % 1_000_000));
    }

    private static String clocked(int decimal) {
        return clock(decimal / 10_000, decimal / 100 % 100, decimal % 100);
    }

    /** Second 0 without a fraction is how the server keeps a moment that does not exist. */
    private static String timestamp(long seconds, String fraction) {
        if (seconds == 0 && fraction.chars().allMatch(sign -> sign == '0' || sign == '.')) {
            return "0000-00-00 00:00:00";
        }
        var moment = LocalDateTime.ofEpochSecond(seconds, 0, ZONE);
        return day(moment.getYear(), moment.getMonthValue(), moment.getDayOfMonth()) + " "
                + clock(moment.getHour(), moment.getMinute(), moment.getSecond());
    }

    private static String oldTime(int decimal) {
        return (decimal < 0 ? "-" : "") + clocked(Math.abs(decimal));
    }

    /** Of a time before zero the fraction is counted from the other side. */
    private static String time(int digits, byte[] bytes, int at) {
        var length = (digits + 1) / 2;
        var one = 1L << (length * Byte.SIZE);
        var whole = LogBytes.big(bytes, at, 3) - TIME_SIGN;
        var packed = Math.abs(whole * one + LogBytes.big(bytes, at + 3, length));
        var clock = (int) (packed / one);
        var fraction = packed % one * (long) Math.pow(100, 3 - length);
        var isBefore = whole < 0;
        return (isBefore ? "-" : "")
                + clock(clock >> 12, clock >> 6 & 63, clock & 63)
                + (digits == 0 ? "" : "." + digits(fraction, MICROS).substring(0, digits));
    }

    private static String fraction(int digits, byte[] bytes, int at) {
        var length = (digits + 1) / 2;
        var micros = LogBytes.big(bytes, at, length) * (long) Math.pow(100, 3 - length);
        return digits == 0 ? "" : "." + digits(micros, MICROS).substring(0, digits);
    }

    static String digits(long number, int least) {
        var shown = Long.toString(number);
        return shown.length() < least ? "0".repeat(least - shown.length()) + shown : shown;
    }
}
