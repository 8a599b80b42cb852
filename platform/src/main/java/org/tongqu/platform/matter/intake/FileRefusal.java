package org.tongqu.platform.matter.intake;

import java.util.List;

/** Why an uploaded file was not taken. Each says what the applicant can do: another file, another size, another kind. */
public sealed interface FileRefusal {

    record Empty() implements FileRefusal {}

    record TooLarge(long bytes, long limit) implements FileRefusal {}

    /**
     * The content is none of the known kinds, whatever the name says.
     *
     * @param claimed the ending of the name, e.g. {@code pdf}; may be empty
     */
    record Unrecognised(String claimed) implements FileRefusal {}

    record NotAccepted(ContentType found, List<ContentType> accepted) implements FileRefusal {}

    /** Begins as the kind it claims to be but does not go on like one: cut off, broken, or something hidden behind. */
    record Damaged(ContentType type) implements FileRefusal {}

    /** Nobody who handles the matter could open it. */
    record Encrypted() implements FileRefusal {}

    /** A document that would run something when it is opened. */
    record ActiveContent() implements FileRefusal {}

    /** A small file that unfolds into a huge picture. */
    record TooManyPixels(long pixels, long limit) implements FileRefusal {}

    /** A small archive that unfolds into more than any document is. */
    record UnfoldsHuge(long limit) implements FileRefusal {}

    record TooManyFiles(int limit) implements FileRefusal {}

    /** The page asked for a material that this form does not have, or does not ask for as it is filled in. */
    record NoSuchMaterial(String materialId) implements FileRefusal {}

    /** The draft was handed in, discarded, or belongs to somebody else. */
    record NoSuchDraft() implements FileRefusal {}
}
