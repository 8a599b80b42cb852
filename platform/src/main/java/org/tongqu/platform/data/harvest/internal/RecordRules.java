package org.tongqu.platform.data.harvest.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.harvest.Fault;
import org.tongqu.platform.data.harvest.Fault.Why;
import org.tongqu.platform.data.harvest.ForeignRecord;
import org.tongqu.platform.data.harvest.internal.Described.Part;

/**
 * Which foreign records are taken over. What cannot be stored or shown is made harmless first, so that a broken letter in
 * a description costs a letter and not the record: NUL and halves of surrogate pairs become U+FFFD, other control
 * characters spaces. Texts stay what they are, markup too; pages show it as text.
 */
final class RecordRules {

    /** How long a record may be as it comes, in UTF-16 units. */
    static final int LONGEST = 1 << 20;

    /** As long as an index can hold. */
    static final int LONGEST_IDENTIFIER = 500;

    private static final int LONGEST_LINE = 1000;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_PARTS = 500;
    private static final char BROKEN = '\uFFFD';
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp");

    private RecordRules() {}

    static Outcome<ForeignRecord, Fault> check(Described said) {
        for (var part : Part.values()) {
            if (said.at(part).length() > LONGEST_TEXT) {
                return refused(Why.TOO_LARGE, part, String.valueOf(said.at(part).length()));
            }
        }
        for (var needed : List.of(Part.IDENTIFIER, Part.TITLE)) {
            var line = line(said.at(needed));
            if (line.isEmpty()) {
                return refused(Why.MISSING, needed, "");
            }
            if (line.length() > (needed == Part.IDENTIFIER ? LONGEST_IDENTIFIER : LONGEST_LINE)) {
                return refused(Why.TOO_LARGE, needed, String.valueOf(line.length()));
            }
        }
        var description = text(said.at(Part.DESCRIPTION));
        var modified = line(said.at(Part.MODIFIED));
        var moment = moment(modified);
        if (!modified.isEmpty() && moment.isEmpty()) {
            return refused(Why.NOT_A_MOMENT, Part.MODIFIED, cut(modified));
        }
        var landing = line(said.at(Part.LANDING));
        if (!landing.isEmpty() && !isAddress(landing)) {
            return refused(Why.NOT_AN_ADDRESS, Part.LANDING, cut(landing));
        }
        return Outcome.done(new ForeignRecord(
                line(said.at(Part.IDENTIFIER)),
                line(said.at(Part.TITLE)),
                description,
                cut(line(said.at(Part.PUBLISHER))),
                moment,
                new ForeignRecord.Terms(cut(line(said.at(Part.LICENCE))), cut(line(said.at(Part.RIGHTS)))),
                said.themes().stream()
                        .map(theme -> cut(line(theme)))
                        .filter(theme -> !theme.isEmpty())
                        .distinct()
                        .limit(MOST_PARTS)
                        .toList(),
                landing,
                said.offers().stream().limit(MOST_PARTS).map(RecordRules::offer).toList()));
    }

    /** A way with an address that is none is kept without it. */
    private static ForeignRecord.Offer offer(ForeignRecord.Offer offer) {
        var address = line(offer.address());
        return new ForeignRecord.Offer(
                cut(line(offer.title())), cut(line(offer.format())), isAddress(address) ? address : "");
    }

    private static Outcome<ForeignRecord, Fault> refused(Why why, Part part, String detail) {
        return Outcome.refused(new Fault(why, part.name().toLowerCase(Locale.ROOT), detail));
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE
                ? line
                : harmless(line.substring(0, LONGEST_LINE)).replace(BROKEN, '…');
    }

    private static String line(String value) {
        return text(value).replaceAll("\\s+", " ").strip();
    }

    private static String text(String value) {
        return harmless(value).strip();
    }

    /** Without what no column and no page can hold. */
    static String harmless(String value) {
        var out = new StringBuilder(value.length());
        value.codePoints().forEach(point -> {
            if (point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
                out.append(BROKEN);
            } else if (Character.isISOControl(point) && point != '\n' && point != '\t') {
                out.append(' ');
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    static boolean isAddress(String value) {
        try {
            var uri = new URI(value);
            return value.length() <= LONGEST_LINE * 2
                    && uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getRawAuthority() != null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** CKAN writes moments of UTC without saying so; a day, month or year is its beginning here. */
    private static Optional<Instant> moment(String value) {
        for (var form : FORMS) {
            var moment = form.find(value);
            if (moment.isPresent()) {
                return moment.filter(RecordRules::isKeepable);
            }
        }
        return Optional.empty();
    }

    private static boolean isKeepable(Instant moment) {
        var year = moment.atZone(ZoneOffset.UTC).getYear();
        return year > 0 && year < 10_000;
    }

    private interface Form {

        /** @throws DateTimeParseException when it is not written in this form */
        Instant read(String value);

        default Optional<Instant> find(String value) {
            try {
                return Optional.of(read(value));
            } catch (DateTimeParseException other) {
                return Optional.empty();
            }
        }
    }

    private static final List<Form> FORMS = List.of(
            value -> OffsetDateTime.parse(value).toInstant(),
            value -> OffsetDateTime.parse(
                            value, DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]X", Locale.ROOT))
                    .toInstant(),
            value -> LocalDateTime.parse(value.replace(' ', 'T')).toInstant(ZoneOffset.UTC),
            value -> LocalDate.parse(value).atStartOfDay(HERE).toInstant(),
            value -> LocalDate.parse(value, DateTimeFormatter.ISO_OFFSET_DATE)
                    .atStartOfDay(HERE)
                    .toInstant(),
            value -> YearMonth.parse(value).atDay(1).atStartOfDay(HERE).toInstant(),
            value -> Year.parse(value).atDay(1).atStartOfDay(HERE).toInstant());
}
