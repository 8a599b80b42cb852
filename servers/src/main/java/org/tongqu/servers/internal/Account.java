package org.tongqu.servers.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root steps aside: into a user namespace of its own where
 * that is allowed (the files stay root's), else to {@code nobody} (the files become nobody's).
 *
 * <p>The server is made to end when this program ends, however that happens, and it is taken out of the terminal's
 * process group so that Ctrl-C reaches this program only, which then stops the server after itself.
 */
public final class Account {

    private enum Way {
        USER,
        NAMESPACE,
        NOBODY
    }

    private final Way way;
    private final Set<String> tools;

    private Account(Way way, Set<String> tools) {
        this.way = way;
        this.tools = tools;
    }

    public static Account current() {
        Set<String> tools = Shell.present("setpriv", "setsid", "unshare");
        if (!isRoot()) {
            return new Account(Way.USER, tools);
        }
        boolean namespaces = tools.contains("unshare") && Shell.succeeds("unshare", "-U", "true");
        return new Account(namespaces ? Way.NAMESPACE : Way.NOBODY, tools);
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** A command that ends by itself, e.g. initdb. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(stepAside(Optional.empty()));
        whole.addAll(command);
        return whole;
    }

    /** A command that must not outlive this program; it is interrupted then. */
    List<String> bound(List<String> command) {
        return bound(command, "INT");
    }

    /** @param ending the signal that ends it when this program is gone, without SIG */
    List<String> bound(List<String> command, String ending) {
        List<String> whole = new ArrayList<>();
        if (tools.contains("setsid")) {
            whole.add("setsid");
        }
        whole.addAll(stepAside(Optional.of(ending)));
        whole.addAll(command);
        return whole;
    }

    private List<String> stepAside(Optional<String> ending) {
        List<String> prefix = new ArrayList<>();
        if (way == Way.NAMESPACE) {
            prefix.addAll(List.of("unshare", "-U"));
        }
        var bound = ending.isPresent();
        if (way == Way.NOBODY || (bound && tools.contains("setpriv"))) {
            prefix.add("setpriv");
            if (way == Way.NOBODY) {
                prefix.addAll(List.of("--reuid=nobody", "--regid=nogroup", "--clear-groups"));
            }
            if (bound) {
                prefix.addAll(List.of("--pdeathsig", ending.get()));
            }
            prefix.add("--");
        }
        return prefix;
    }

    /** Gives a folder and all in it to whom the server runs as. */
    void own(Path folder) throws IOException {
        if (way != Way.NOBODY) {
            return;
        }
        var nobody = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.setOwner(path, nobody);
            }
        }
    }
}
