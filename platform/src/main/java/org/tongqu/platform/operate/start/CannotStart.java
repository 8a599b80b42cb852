package org.tongqu.platform.operate.start;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;

/**
 * The platform cannot start for a reason the person at the terminal can remove. It is printed as these two
 * sentences and without a stack trace; the program ends with exit code 2.
 */
public final class CannotStart extends RuntimeException implements ExitCodeGenerator {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param problem what is in the way, with its name: the port, the folder, the process
     * @param remedy what the person can do now
     */
    public CannotStart(String problem, String remedy) {
        this(problem, remedy, null);
    }

    public CannotStart(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
