package org.tongqu.platform.operate.setup.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.operate.setup.Problem;
import org.tongqu.platform.operate.setup.SetUp;
import org.tongqu.platform.operate.setup.Setup;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.trust.identity.OneTimePassword;

/** {@code ./tongqu setup}: a start that does one thing and ends. Exit code 0 done, 1 refused with every reason. */
@Component
class SetupRun implements ApplicationRunner {

    static final String FOLDER = "tongqu.setup.folder";
    static final String PASSWORD_OF = "tongqu.setup.password-of";

    private static final String PASSWORDS = "one-time-passwords.csv";

    private final Setup setup;
    private final Environment environment;
    private final ApplicationContext context;

    SetupRun(Setup setup, Environment environment, ApplicationContext context) {
        this.setup = setup;
        this.environment = environment;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var folder = environment.getProperty(FOLDER, "");
        var name = environment.getProperty(PASSWORD_OF, "");
        if (!folder.isBlank()) {
            end(takeOver(Path.of(folder), terminal()));
        }
        if (!name.isBlank()) {
            end(lend(name, terminal()));
        }
    }

    private static PrintStream terminal() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    private void end(int code) {
        System.exit(SpringApplication.exit(context, () -> code));
    }

    int takeOver(Path folder, PrintStream out) {
        if (!Files.isDirectory(folder)) {
            out.println(folder + " is no folder.");
            return 1;
        }
        var passwords = folder.resolve(PASSWORDS);
        try {
            Files.createFile(
                    passwords, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            out.println(passwords + " is there from an earlier time. Hand out what is in it and delete it.");
            return 1;
        } catch (IOException e) {
            out.println("The first passwords could not be written to " + passwords + ": " + e.getMessage());
            return 1;
        }
        var given = false;
        try {
            Progress.onTerminal().say("Taking over " + folder + "; every new password takes a moment …");
            var outcome = setup.takeOver(folder);
            given = outcome instanceof Outcome.Done<SetUp, List<Problem>>(var done)
                    && write(done.passwords(), passwords);
            return outcome.fold(done -> told(done, passwords, out), problems -> refused(problems, out));
        } finally {
            if (!given) {
                delete(passwords);
            }
        }
    }

    private static boolean write(List<OneTimePassword> given, Path file) {
        var lines = new StringBuilder("sign-in-name,one-time-password\n");
        given.forEach(one -> lines.append(one.signInName())
                .append(',')
                .append(one.password())
                .append('\n'));
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Accounts were made, but their passwords could not be written; give new ones by --password-of", e);
        }
        return !given.isEmpty();
    }

    private static int told(SetUp done, Path passwords, PrintStream out) {
        out.println(done.organisations() + " organisations, " + done.posts() + " posts and " + done.people()
                + " people taken over.");
        if (!done.passwords().isEmpty()) {
            out.println(done.passwords().size() + " new accounts; their one-time passwords are in " + passwords
                    + ". Hand each to its owner and delete the file.");
        }
        return 0;
    }

    private static int refused(List<Problem> problems, PrintStream out) {
        problems.forEach(out::println);
        out.println("Nothing was taken over.");
        return 1;
    }

    int lend(String name, PrintStream out) {
        return setup.lend(name)
                .map(password -> {
                    out.println("One-time password of " + password.signInName() + ": " + password.password());
                    return 0;
                })
                .orElseGet(() -> {
                    out.println("Nobody signs in at the desk as " + name + ".");
                    return 1;
                });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
