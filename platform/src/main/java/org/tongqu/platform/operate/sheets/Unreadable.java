package org.tongqu.platform.operate.sheets;

import java.util.Locale;

/** Why a file is not read as a table. */
public enum Unreadable {
    EMPTY,
    /** More bytes than are read. */
    TOO_LARGE,
    /** Small as a file, and too large when unpacked. */
    UNPACKS_TOO_LARGE,
    /** A spreadsheet of before 2007. */
    OLD_SPREADSHEET,
    /** Begins like a spreadsheet and cannot be read as one. */
    BROKEN,
    /** Bytes that are no text in any code we know. */
    NOT_TEXT,
    /** Carries declarations that let a file pull in others. */
    DECLARES_ENTITIES,
    TOO_MANY_ROWS;

    /** The word for people under which the texts say why and what to do. */
    public String text() {
        return "sheet.unreadable." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
