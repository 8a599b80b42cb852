package org.tongqu.engines.cases.process;

/**
 * One thing that is wrong with a process file.
 *
 * @param line counted from 1, or 0 when the file as a whole is meant
 * @param elementId the BPMN element, or empty
 * @param text what is wrong
 * @param fix what its author should do
 */
public record ProcessProblem(String file, int line, String elementId, String text, String fix) {

    /** As compilers print it: {@code file:line: text (element). fix}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + text + (elementId.isEmpty() ? "" : " (" + elementId + ")") + ". " + fix;
    }
}
