package org.tongqu.platform.data.space;

/** How much somebody may know of things on the map. */
public enum Sight {
    /** What everybody may know. */
    PUBLIC,
    /** What officers may know besides; nothing of persons. */
    OFFICER
}
