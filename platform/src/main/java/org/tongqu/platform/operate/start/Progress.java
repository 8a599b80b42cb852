package org.tongqu.platform.operate.start;

import java.io.PrintStream;
import java.util.function.Consumer;

/** Tells the person at the terminal what the program is doing while it is not yet of use. */
@FunctionalInterface
public interface Progress extends Consumer<String> {

    void say(String line);

    @Override
    default void accept(String line) {
        say(line);
    }

    /** Lines go to standard error, so that standard output stays free for results. */
    static Progress onTerminal() {
        PrintStream terminal = System.err;
        return line -> {
            terminal.println(line);
            terminal.flush();
        };
    }

    /** For tests and tools that have nobody to tell. */
    static Progress silent() {
        return line -> {};
    }
}
