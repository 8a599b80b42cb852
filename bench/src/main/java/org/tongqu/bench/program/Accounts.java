package org.tongqu.bench.program;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Picks the demo accounts out of what the program prints when it has started. Safe for use by many threads. */
final class Accounts {

    private static final Pattern HEAD = Pattern.compile("^Demo accounts, all with the password (\\S+)$");
    private static final Pattern ACCOUNT = Pattern.compile("^\\s+(/\\S*sign-in)\\s+(\\S+)\\s+\\S.*$");

    private final CountDownLatch complete = new CountDownLatch(1);
    private final List<Account> accounts = new ArrayList<>();
    private String password = "";

    /** The list ends with the first line that is none. */
    synchronized void read(String line) {
        var head = HEAD.matcher(line);
        var account = ACCOUNT.matcher(line);
        if (head.matches()) {
            password = head.group(1);
        } else if (!password.isEmpty() && account.matches()) {
            accounts.add(new Account(account.group(1), account.group(2), password));
        } else if (!accounts.isEmpty()) {
            complete.countDown();
        }
    }

    List<Account> await(Duration patience) throws InterruptedException {
        if (!complete.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The program named no demo accounts");
        }
        synchronized (this) {
            return List.copyOf(accounts);
        }
    }
}
