package org.tongqu.platform.data.files;

import org.tongqu.exchange.file.BatchFault;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why nothing was taken. */
public sealed interface UploadRefusal {

    record Faulty(BatchFault fault) implements UploadRefusal {}

    /** There is no such flow, or its rows do not come in files. */
    record UnknownFlow() implements UploadRefusal {}

    /** There is no such upload or no such file in it, or it is over. */
    record UnknownUpload() implements UploadRefusal {}

    /** The piece does not begin where the file ends. @param offset where it does */
    record WrongOffset(long offset) implements UploadRefusal {}

    /** The file would become longer than the manifest says. @param offset where it ends now */
    record TooMuch(long offset) implements UploadRefusal {}

    /** Another piece of the same file is on its way. */
    record Busy() implements UploadRefusal {}

    /** What was shown is no open key of Ed25519, or is registered already. */
    record NoKey() implements UploadRefusal {}

    record MayNot(AccessRefusal why) implements UploadRefusal {}
}
