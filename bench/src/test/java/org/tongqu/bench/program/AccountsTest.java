package org.tongqu.bench.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE: the demo accounts are picked out of what the program prints. */
class AccountsTest {

    private final Accounts accounts = new Accounts();

    @Test
    void accountsAreReadWithTheirDoorAndPassword() throws Exception {
        say(
                "Ready: http://localhost:8080/",
                "Demo accounts, all with the password Open-sesame-1",
                "  /sign-in       19900000001    林若溪",
                "  /desk/sign-in  acceptor       何 知行",
                "  (/sign-in is for citizens, /desk/sign-in for officers)");
        assertThat(accounts.await(Duration.ZERO))
                .containsExactly(
                        new Account("/sign-in", "19900000001", "Open-sesame-1"),
                        new Account("/desk/sign-in", "acceptor", "Open-sesame-1"));
        assertThat(accounts.await(Duration.ZERO)).extracting(Account::isOfficer).containsExactly(false, true);
    }

    @Test
    void aListThatHasNotEndedIsNotTakenForAll() {
        say("Demo accounts, all with the password Open-sesame-1", "  /sign-in       19900000001    林若溪");
        assertThatThrownBy(() -> accounts.await(Duration.ZERO)).hasMessageContaining("no demo accounts");
    }

    private void say(String... lines) {
        List.of(lines).forEach(accounts::read);
    }
}
