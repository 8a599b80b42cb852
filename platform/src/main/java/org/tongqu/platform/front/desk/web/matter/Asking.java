package org.tongqu.platform.front.desk.web.matter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.cases.Assignee;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.kernel.time.Limit;
import org.tongqu.platform.matter.casework.Operation;
import org.tongqu.platform.matter.casework.Operation.Kind;

/** What an officer wrote to have an operation done. Whatever is missing is empty. */
record Asking(String to, String why, String basis, String more) {

    static final Asking NOTHING = new Asking("", "", "", "");

    /** As the form sends it. */
    record Form(
            @Nullable String to,
            @Nullable String why,
            @Nullable String basis,
            @Nullable String more) {

        Asking asking() {
            return new Asking(text(to), text(why), text(basis), text(more));
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent.strip();
        }
    }

    /**
     * What is to be done, or nothing while somebody or something has still to be chosen.
     *
     * @param person the colleague who was chosen, where one was
     */
    Optional<CaseCommand> command(Operation operation, Optional<Assignee> person) {
        var subject = operation.subject();
        return switch (operation.kind()) {
            case RETURN -> back(subject);
            case RECALL -> Optional.of(new CaseCommand.Recall(subject, why));
            case DELEGATE -> person.map(who -> new CaseCommand.Delegate(subject, who, why));
            case GIVE_BACK -> Optional.of(new CaseCommand.GiveBack(subject, why));
            case SIGN -> person.map(who -> new CaseCommand.AddSigners(subject, when(), List.of(who), why));
            case UNSIGN -> chosen().map(who -> new CaseCommand.RemoveSigner(subject, who, why));
            case COPY -> person.map(who -> new CaseCommand.Copy(List.of(who), why));
            case URGE -> Optional.of(new CaseCommand.Urge(subject, why));
            case SPECIAL_BEGIN -> chosen().map(code -> new CaseCommand.BeginSpecial(subject, code, why));
            case SPECIAL_END -> Optional.of(new CaseCommand.EndSpecial(subject, why));
            case PROLONG -> limit(operation).map(limit -> new CaseCommand.Prolong(subject, limit, why));
            case SUSPEND -> Optional.of(new CaseCommand.Suspend(why, basis));
            case RESUME -> Optional.of(new CaseCommand.Resume(why));
            case TERMINATE -> Optional.of(new CaseCommand.Terminate(why));
        };
    }

    /** Whether a colleague has to be chosen for it. */
    static boolean needsPerson(Kind kind) {
        return kind == Kind.DELEGATE || kind == Kind.SIGN || kind == Kind.COPY;
    }

    /** Whether it may be done without saying why. */
    static boolean reasonOptional(Kind kind) {
        return kind == Kind.COPY || kind == Kind.URGE;
    }

    private Optional<String> chosen() {
        return to.isEmpty() ? Optional.empty() : Optional.of(to);
    }

    private CaseEvent.When when() {
        return basis.equals("after") ? CaseEvent.When.AFTER : CaseEvent.When.BEFORE;
    }

    private Optional<CaseCommand> back(String taskId) {
        return chosen().map(way -> {
            var node = way.substring(way.indexOf(':') + 1);
            var extent = way.startsWith("block:") ? CaseCommand.Extent.WHOLE_BLOCK : CaseCommand.Extent.THIS_WAY;
            var target = switch (way) {
                case "previous" -> new CaseCommand.BackTo.Previous();
                case "applicant" -> new CaseCommand.BackTo.Applicant();
                default -> new CaseCommand.BackTo.Step(node);
            };
            return new CaseCommand.Return(taskId, target, extent, why);
        });
    }

    private Optional<Limit> limit(Operation operation) {
        return more.matches("[1-9][0-9]{0,3}")
                ? operation.most().map(most -> new Limit(Integer.parseInt(more), most.unit()))
                : Optional.empty();
    }
}
