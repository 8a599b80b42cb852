package org.tongqu.platform.operate.setup;

import java.util.List;
import org.tongqu.platform.trust.identity.OneTimePassword;

/**
 * What was taken over from a folder.
 *
 * @param passwords of the accounts that are new; nobody can read them a second time
 */
public record SetUp(int organisations, int posts, int people, List<OneTimePassword> passwords) {

    public SetUp {
        passwords = List.copyOf(passwords);
    }
}
