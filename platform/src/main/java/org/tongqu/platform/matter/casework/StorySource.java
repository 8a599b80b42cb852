package org.tongqu.platform.matter.casework;

import java.util.List;
import org.tongqu.platform.matter.intake.ReceiptNumber;

/**
 * Knows what happened to the papers of a case outside its process, e.g. on their way from hall to hall. Asked only for
 * cases that were taken down at a window.
 */
public interface StorySource {

    /** The oldest first. */
    List<CaseStory.Line> lines(ReceiptNumber receipt);
}
