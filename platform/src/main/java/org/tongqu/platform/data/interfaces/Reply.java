package org.tongqu.platform.data.interfaces;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** Where an answer goes. Nothing is begun before the answer is known to be right, or too long to be held back whole. */
public interface Reply {

    /** @param length of the whole answer; none when it is not known yet */
    OutputStream begin(Head head, OptionalLong length) throws IOException;

    /** What is said of an answer before it. @param call by which it is found in the journal */
    record Head(String call, String agreement) {}
}
