package org.tongqu.platform.trust._support;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Post;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.PasswordRefusal;

/** An organisation of the started platform, and people of it who can sign in. */
public final class Employer {

    public static final String PASSWORD = "Mountain-river-42";

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String POST = "clerk";

    private final StartedPlatform platform;
    private final String code;

    private Employer(StartedPlatform platform, String code) {
        this.platform = platform;
        this.code = code;
    }

    /** @param code 18 characters that no other test uses */
    public static Employer at(StartedPlatform platform, String code) {
        var directory = platform.bean(Directory.class);
        directory.put(new Organisation(
                code,
                "test-employer",
                new Label("测试单位" + code, "Test office " + code),
                new DivisionCode("110105"),
                Optional.empty(),
                new Organisation.Contact("", "")));
        directory.put(new Post(code, POST, new Label("科员", "Clerk")));
        return new Employer(platform, code);
    }

    /** Somebody who works there and can sign in with {@link #PASSWORD}. */
    public record Worker(String account, String staff, String signInName) {}

    public Worker hires(String... roles) {
        var name = "worker-" + PEOPLE.incrementAndGet();
        var staff = code + "-" + name;
        platform.bean(Directory.class).put(new Staff(staff, "周敏", code, POST, Set.copyOf(List.of(roles))));
        return switch (platform.bean(Accounts.class).enrol(staff, name, PASSWORD)) {
            case Outcome.Done<String, PasswordRefusal>(var account) -> new Worker(account, staff, name);
            case Outcome.Refused<String, PasswordRefusal>(var why) -> throw new IllegalStateException(why.toString());
        };
    }

    /** At the officers' door; where they come out depends on what is asked of them. */
    public Visitor signIn(Worker worker) {
        var visitor = platform.visitor();
        visitor.opens("/desk/sign-in");
        visitor.sends("/desk/sign-in", Map.of("name", worker.signInName(), "password", PASSWORD));
        return visitor;
    }

    public String code() {
        return code;
    }
}
