package org.tongqu.design;

/** What every page record is: it knows the frame its shell draws around it. */
public interface Page {

    PageFrame frame();

    /** So that a template may write {@code page.texts().say("…")}. */
    default Texts texts() {
        return frame().texts();
    }
}
