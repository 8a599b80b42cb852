package org.tongqu.platform.matter.evaluation.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.platform.matter.evaluation.PeriodState;
import org.tongqu.platform.operate.web.ListAddress;

/** Which ranking is asked for. */
record EvaluationQuery(
        @Nullable String period,
        @Nullable String by,
        @Nullable String after) {

    SubjectKind kind() {
        return ListAddress.asked(by).flatMap(SubjectKind::find).orElse(SubjectKind.ORGANISATION);
    }

    /** The one asked for, else the open month: that is what can still be bettered. */
    Optional<PeriodState> chosen(List<PeriodState> all) {
        return all.stream()
                .filter(state -> state.period().id().equals(period))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    static String address(PeriodState state, SubjectKind kind, String trail) {
        return ListAddress.of(Words.RANKING)
                .with("period", state.period().id())
                .with("by", kind == SubjectKind.ORGANISATION ? "" : kind.code())
                .with("after", trail)
                .toString();
    }
}
