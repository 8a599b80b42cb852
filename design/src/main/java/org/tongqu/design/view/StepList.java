package org.tongqu.design.view;

import java.util.List;

/** What has to be done, one after the other. */
public record StepList(List<Step> steps) {

    /** @param text more about it; may be empty */
    public record Step(String title, String text) {}

    public StepList {
        steps = List.copyOf(steps);
    }
}
