package org.tongqu.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The drawings we use, taken from Tabler Icons (MIT) at build time. The file has the constant's name in
 * lower case with dashes; adding one means adding a line here and one to the include list of the module's pom.
 */
public enum Icon {
    ADJUSTMENTS,
    ALERT_TRIANGLE,
    ARROW_LEFT,
    ARROW_RIGHT,
    BABY_CARRIAGE,
    BELL,
    BOOK,
    BRIEFCASE,
    BUILDING,
    BUILDING_COMMUNITY,
    BUILDING_STORE,
    CALENDAR,
    CAR,
    CHART_BAR,
    CHECK,
    CHECKLIST,
    CHEVRON_DOWN,
    CHEVRON_RIGHT,
    CIRCLE_CHECK,
    CLOCK,
    CONTRAST,
    DATABASE,
    DOWNLOAD,
    EDIT,
    EXTERNAL_LINK,
    EYE,
    FILE_CERTIFICATE,
    FILE_TEXT,
    FILTER,
    GAVEL,
    HEART_HANDSHAKE,
    HELP,
    HISTORY,
    HOME,
    ID,
    INBOX,
    INFO_CIRCLE,
    LANGUAGE,
    LICENSE,
    LOCK,
    LOGOUT,
    MAP_PIN,
    MESSAGE_CIRCLE,
    PAPERCLIP,
    PHONE,
    PLUS,
    PRINTER,
    QRCODE,
    REFRESH,
    SCHOOL,
    SEARCH,
    SETTINGS,
    SHIELD_CHECK,
    STETHOSCOPE,
    TEXT_SIZE,
    TOOLS,
    TRASH,
    UPLOAD,
    USER,
    USERS,
    X;

    private final String paths = read();

    /** The shapes inside the {@code svg} element; trusted, because they come from our own build. */
    public String paths() {
        return paths;
    }

    /** The file's name without its ending. */
    public String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String read() {
        var place = "/org/tongqu/design/icons/" + file() + ".svg";
        try (var bytes = Icon.class.getResourceAsStream(place)) {
            if (bytes == null) {
                throw new IllegalStateException(place + " is missing: add it to the include list in design/pom.xml");
            }
            var svg = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            int open = svg.indexOf("<svg");
            return svg.substring(svg.indexOf('>', open) + 1, svg.lastIndexOf("</svg>"))
                    .strip()
                    .replaceAll(">\\s+<", "><");
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read " + place, broken);
        }
    }
}
