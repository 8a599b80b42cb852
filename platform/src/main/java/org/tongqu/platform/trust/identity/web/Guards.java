package org.tongqu.platform.trust.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.GuardedPath;

/** Which addresses are behind which door. */
@Component
class Guards {

    private static final List<GuardedPath> HOUSE = List.of(
            new GuardedPath("/desk/**", Door.OFFICER),
            new GuardedPath("/my/**", Door.CITIZEN),
            new GuardedPath("/apply/**", Door.CITIZEN),
            new GuardedPath("/drafts/**", Door.CITIZEN));

    private final List<GuardedPath> paths;

    Guards(ObjectProvider<GuardedPath> more) {
        this.paths = Stream.concat(HOUSE.stream(), more.stream())
                .sorted(Comparator.comparingInt(
                                (GuardedPath path) -> path.pattern().length())
                        .reversed())
                .toList();
    }

    /** The longest pattern first. */
    List<GuardedPath> paths() {
        return paths;
    }

    /** The door that somebody who asks for this address is shown to. */
    Door door(HttpServletRequest request) {
        var path = request.getRequestURI();
        return paths.stream()
                .filter(guarded -> fits(guarded.pattern(), path))
                .map(GuardedPath::door)
                .findFirst()
                .orElse(Door.CITIZEN);
    }

    private static boolean fits(String pattern, String path) {
        if (!pattern.endsWith("/**")) {
            return pattern.equals(path);
        }
        var stem = pattern.substring(0, pattern.length() - 3);
        return path.equals(stem) || path.startsWith(stem + "/");
    }
}
