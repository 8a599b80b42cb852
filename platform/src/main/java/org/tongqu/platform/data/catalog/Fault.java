package org.tongqu.platform.data.catalog;

import java.util.Locale;

/**
 * What is wrong with one part of a draft.
 *
 * @param part the name of the field on the form and the column of a table, e.g. {@code basis}
 * @param item which item, from 1; 0 for the resource as a whole
 * @param found what stands there, where that helps
 */
public record Fault(String part, int item, Kind kind, String found) {

    public enum Kind {
        MISSING,
        TOO_LONG,
        NOT_A_CATEGORY,
        UNKNOWN_CLASS,
        BASIS_MISSING,
        CONDITION_MISSING,
        WAY_MISSING,
        PERSONAL_BUT_OPEN,
        NOT_A_CODE,
        UNFIT_FIELD,
        FIELD_TWICE,
        UNFIT_LENGTH,
        UNFIT_ELEMENT,
        SOURCE_OF_NOTHING,
        NOT_IN_LIST,
        /** In a table: a heading that means nothing. */
        UNKNOWN_COLUMN,
        COLUMN_TWICE,
        COLUMN_MISSING,
        /** In a table: another line says otherwise of the same resource. */
        DIFFERS,
        /** In a table: a cell that would be run instead of read. */
        FORMULA,
        /** Of another department. */
        NOT_OURS,
        /** Somebody reviews it, or wrote it anew in the meantime. */
        GONE_ON;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
