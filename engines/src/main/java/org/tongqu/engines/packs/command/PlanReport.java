package org.tongqu.engines.packs.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.packs.plan.PackPlan;
import org.tongqu.engines.packs.plan.PackPlan.Change;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.kernel.text.Language;

/** Tells a plan line by line, in Chinese and English. */
final class PlanReport {

    private static final Sentences SENTENCES = Sentences.in("texts/engines/packs");

    private final PrintStream out;

    PlanReport(PrintStream out) {
        this.out = out;
    }

    void tell(PackPlan plan) {
        var versions = plan.versions();
        if (plan.isEmpty()) {
            say("", "plan.same", versions.packId(), versions.after());
            return;
        }
        out.println(versions.packId() + " "
                + versions.before().map(before -> before + " → ").orElse("") + versions.after());
        plan.changes().forEach(this::change);
        plan.flags().forEach(flag -> say("  ⚠ ", "plan.flag." + flag.code(), flag.what()));
        say(
                "  ",
                versions.before().isEmpty() ? "plan.new" : "plan.cases",
                versions.before().orElse(""),
                versions.after());
    }

    /** How many keep which version. */
    void tell(OpenUnder open) {
        say("  ", "plan.open", open.version(), String.valueOf(open.cases()), String.valueOf(open.drafts()));
    }

    private void change(Change change) {
        var word = word(change);
        switch (sign(change)) {
            case '+' -> out.println("  + " + word + ": " + change.after().orElse(""));
            case '-' -> out.println("  - " + word + ": " + change.before().orElse(""));
            default -> {
                out.println("  ~ " + word);
                out.println("      - " + change.before().orElse(""));
                out.println("      + " + change.after().orElse(""));
            }
        }
    }

    private static char sign(Change change) {
        if (change.before().isEmpty()) {
            return '+';
        }
        return change.after().equals(Optional.empty()) ? '-' : '~';
    }

    private static String word(Change change) {
        var key = "plan.part." + change.place().part().key();
        return SENTENCES.say(Language.ZH, key, List.of()) + " " + SENTENCES.say(Language.EN, key, List.of()) + " "
                + change.place().name();
    }

    private void say(String before, String code, String... args) {
        for (var language : Language.values()) {
            out.println(before + SENTENCES.say(language, code, List.of(args)));
        }
    }
}
