package org.tongqu.servers;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The platform cannot start for a reason the person at the terminal can remove. It is printed as these two
 * sentences and without a stack trace; the program ends with exit code 2.
 */
public final class CannotStart extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public static final int EXIT_CODE = 2;

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

    /** The reason behind a failed start, if it is one that the person at the terminal can remove. */
    public static Optional<CannotStart> behind(@Nullable Throwable failure) {
        Throwable at = failure;
        while (at != null) {
            if (at instanceof CannotStart reason) {
                return Optional.of(reason);
            }
            at = at.getCause();
        }
        return Optional.empty();
    }
}
