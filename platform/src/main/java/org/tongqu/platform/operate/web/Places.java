package org.tongqu.platform.operate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;

/** Entries of a shell's menu. Each module that has pages offers its own; the frame gathers them by {@link #order}. */
public interface Places {

    Shell shell();

    /** Smaller stands first. */
    int order();

    /** The entries this visitor may use; asked for at every page, so it must be cheap. */
    List<Place> places(Texts texts, HttpServletRequest request);
}
