package org.tongqu.platform.matter.intake;

/** Why a page was not saved. */
public sealed interface SaveRefusal {

    /** The draft was handed in, discarded, or belongs to somebody else. */
    record NoSuchDraft() implements SaveRefusal {}

    /** The form has no such page, or does not ask it as it is filled in. */
    record NoSuchPage(String pageId) implements SaveRefusal {}

    /** Nothing on this page was opened again by the correction notice. */
    record NotOpen(String pageId) implements SaveRefusal {}

    /** @param limit how many there may be at most */
    record TooManyRows(int limit) implements SaveRefusal {}
}
