package org.tongqu.engines.packs;

import java.util.List;

/**
 * What one of the bodies that handle a case together needs of the one form for its own part.
 *
 * @param kind of organisation, as the process names it
 * @param answers their paths in the answers; of a group all rows are meant
 * @param papers ids of materials
 */
public record Body(String kind, List<String> answers, List<String> papers) {
    public Body {
        answers = List.copyOf(answers);
        papers = List.copyOf(papers);
    }
}
