package org.tongqu.platform.matter.intake;

/** Why nothing new was begun. */
public sealed interface StartRefusal {

    record NoSuchService(String packId) implements StartRefusal {}

    /** Some draft must be handed in or discarded first. */
    record TooManyDrafts(int limit) implements StartRefusal {}
}
