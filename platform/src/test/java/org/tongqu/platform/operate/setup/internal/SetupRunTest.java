package org.tongqu.platform.operate.setup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Division;

/** FEATURE: the command that sets up says what it did, and keeps first passwords from other eyes. */
class SetupRunTest {

    private static final DivisionCode CITY = new DivisionCode("999600");

    @TempDir
    private Path folder;

    private final StartedPlatform platform = StartedPlatform.shared();
    private final SetupRun command = platform.bean(SetupRun.class);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    private void tables(String suffix) throws IOException {
        platform.bean(Directory.class).put(new Division(new DivisionCode("990000"), "测试省"));
        platform.bean(Directory.class).put(new Division(CITY, "测试市"));
        var office = UnifiedSocialCreditCode.compose(
                        '1', '1', CITY, platform.bean(Registers.class).nextOrganisationCode())
                .orElseThrow()
                .value();
        Files.writeString(
                folder.resolve("organisations.csv"),
                "code,kind,zh,en,division,parent,phone,address\n" + office + ",office,办公室,,999600,,,\n");
        Files.writeString(folder.resolve("posts.csv"), "organisation,code,zh,en\n" + office + ",admin,管理员,\n");
        var people = new StringBuilder("number,name,organisation,post,roles,sign-in-name\n");
        for (var role : new String[] {"system-administrator", "security-administrator", "auditor"}) {
            people.append(role.substring(0, 4))
                    .append(suffix)
                    .append(",司南,")
                    .append(office)
                    .append(",admin,")
                    .append(role)
                    .append(',')
                    .append(role.substring(0, 4))
                    .append(suffix)
                    .append('\n');
        }
        Files.writeString(folder.resolve("people.csv"), people);
    }

    @Test
    void firstPasswordsLieInAFileThatOnlyThisUserMayRead() throws IOException {
        tables("-run1");

        assertThat(command.takeOver(folder, out)).isZero();

        var file = folder.resolve("one-time-passwords.csv");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file)).hasSize(4).first().isEqualTo("sign-in-name,one-time-password");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("1 organisations, 1 posts and 3 people taken over.")
                .contains("3 new accounts")
                .doesNotContain(Files.readAllLines(file).getLast().split(",")[1]);
    }

    @Test
    void passwordsNotHandedOutYetAreNeverWrittenOver() throws IOException {
        tables("-run2");
        Files.writeString(folder.resolve("one-time-passwords.csv"), "before\n");

        assertThat(command.takeOver(folder, out)).isEqualTo(1);

        assertThat(folder.resolve("one-time-passwords.csv")).hasContent("before");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("is there from an earlier time");
    }

    @Test
    void whatIsRefusedLeavesNoFileBehind() throws IOException {
        tables("-run3");
        Files.writeString(folder.resolve("posts.csv"), "organisation,code,zh,en\nnobody,admin,管理员,\n");

        assertThat(command.takeOver(folder, out)).isEqualTo(1);

        assertThat(folder.resolve("one-time-passwords.csv")).doesNotExist();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("posts.csv:2: organisation 'nobody'")
                .contains("Nothing was taken over.");
        assertThat(command.takeOver(folder.resolve("not-there"), out)).isEqualTo(1);
    }

    @Test
    void aPasswordIsLentToWhoeverIsNamed() throws IOException {
        tables("-run4");
        command.takeOver(folder, out);
        said.reset();

        assertThat(command.lend("secu-run4", out)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).matches("One-time password of secu-run4: [\\w-]{19}\\n");
        assertThat(command.lend("nobody-at-all", out)).isEqualTo(1);
    }
}
