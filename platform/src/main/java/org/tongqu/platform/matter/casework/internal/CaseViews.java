package org.tongqu.platform.matter.casework.internal;

import java.util.List;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.CaseView;

/** Puts a row of the list into the words of its pack. */
public final class CaseViews {

    private CaseViews() {}

    public static CaseView view(CaseRow row, Pack pack) {
        var moving = row.moving();
        List<String> steps = moving.ended().isPresent() ? List.of() : moving.steps();
        return new CaseView(
                row.head(),
                pack.title(),
                new CaseView.Standing(
                        steps,
                        steps.stream().map(step -> step(pack, step)).toList(),
                        moving.turn(),
                        moving.timing(),
                        moving.warnAt(),
                        moving.dueAt(),
                        moving.ended()
                                .map(ended -> new CaseView.Result(
                                        ended.result(),
                                        named(pack, "result." + ended.result(), ended.result()),
                                        ended.at()))),
                moving.movedAt());
    }

    /** What a step is called: by the pack's texts, else by the drawing, else by its id. */
    public static Label step(Pack pack, String nodeId) {
        var drawn = pack.process().findNode(nodeId).map(node -> node.name()).filter(name -> !name.isBlank());
        return named(pack, "task." + nodeId, drawn.orElse(nodeId));
    }

    public static Label outcome(Pack pack, String code) {
        return named(pack, "outcome." + code, code);
    }

    static Label named(Pack pack, String key, String otherwise) {
        return pack.texts().find(key).orElseGet(() -> Label.same(otherwise));
    }
}
