package org.tongqu.platform.trust.identity.internal;

import java.security.SecureRandom;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.platform.trust.identity.Door;

/** Passwords to be read out over a telephone: four groups without signs that look alike, some 90 bits. */
@Component
class LentPasswords {

    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GROUPS = 4;
    private static final int SIGNS_PER_GROUP = 4;

    private final SecureRandom random = new SecureRandom();

    String fresh() {
        var password = made();
        while (PasswordPolicy.findRefusal(Door.OFFICER, password, List.of()).isPresent()) {
            password = made();
        }
        return password;
    }

    private String made() {
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * SIGNS_PER_GROUP; i++) {
            if (i > 0 && i % SIGNS_PER_GROUP == 0) {
                password.append('-');
            }
            password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }
}
