package org.tongqu.platform.matter.studio;

import java.util.Locale;

/**
 * Why a file that was sent cannot be part of a pack.
 *
 * @param file as it was sent; in an archive with its folder
 * @param line from 1; 0 where it is about the file as a whole
 * @param detail what the sentence quotes; may be empty
 */
public record FileFault(String file, int line, Why why, String detail) {

    public enum Why {
        EMPTY,
        TOO_LARGE,
        /** Unpacked, the whole archive is larger than packs are; the rest of it was not looked at. */
        ARCHIVE_TOO_LARGE,
        TOO_MANY,
        ARCHIVE_UNREADABLE,
        ARCHIVE_IN_ARCHIVE,
        /** It leads out of the folder, or has signs that file names do not have everywhere. */
        NAME,
        TOO_DEEP,
        ENDING,
        NOT_UTF8,
        TWICE,
        /** No file of the pack is called so, and its ending does not say where it belongs. */
        NO_PLACE,
        /** Several files of the pack are called so. */
        WHICH_PLACE,
        SEVERAL_PACKS,
        /** The archive holds a whole pack, and beside it this. */
        BESIDE_PACK;

        /** By which its words are found. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
