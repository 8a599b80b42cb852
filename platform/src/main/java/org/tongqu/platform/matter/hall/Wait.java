package org.tongqu.platform.matter.hall;

/**
 * How long somebody will wait: those before them, times what one takes, shared among the windows.
 *
 * @param ahead how many are called before by the windows that take the line
 * @param windows open windows that take the line
 * @param minutesEach what one took lately, the last twenty of the line
 */
public record Wait(int ahead, int windows, int minutesEach) {

    public int minutes() {
        return Math.ceilDiv(ahead * minutesEach, Math.max(1, windows));
    }
}
