package org.tongqu.engines.cases.process;

import java.util.List;
import org.tongqu.kernel.text.Language;

/**
 * One thing that is wrong with a process file.
 *
 * @param line counted from 1, or 0 when the file as a whole is meant
 * @param elementId the BPMN element, or empty
 * @param code names the sentences in {@code texts/engines/cases/*.properties}
 * @param args what the sentences quote
 */
public record ProcessProblem(String file, int line, String elementId, String code, List<String> args) {

    public ProcessProblem {
        args = List.copyOf(args);
    }

    /** What is wrong, in Chinese. */
    public String text() {
        return text(Language.ZH);
    }

    public String text(Language language) {
        return ProblemTexts.say(language, code + ".text", args);
    }

    /** What its author should do, in Chinese. */
    public String fix() {
        return fix(Language.ZH);
    }

    public String fix(Language language) {
        return ProblemTexts.say(language, code + ".fix", args);
    }

    /** As compilers print it: {@code file:line: text (element). fix}. */
    @Override
    public String toString() {
        var element = elementId.isEmpty() ? "" : " [" + elementId + "]";
        return file + ":" + line + ": " + text(Language.EN) + element + ". " + fix(Language.EN);
    }
}
