package org.tongqu.platform.data.interfaces.internal;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tongqu.platform.data.interfaces.Declaration;
import org.tongqu.platform.data.interfaces.Endpoint.Need;
import org.tongqu.platform.data.interfaces.Endpoint.Parameter;
import org.tongqu.platform.data.interfaces.EndpointRefusal.Fault;

/** What is wrong in a declaration, by field. */
@Component
public class DeclarationCheck {

    static final Pattern IN_BRACES = Pattern.compile("\\{([A-Za-z0-9_]+)\\}");

    private static final Pattern OPERATION = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,39}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}");

    /** Those that say how a message travels are written by the client alone. */
    private static final Set<String> OF_THE_WIRE =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding", "te", "trailer");

    private static final int TITLE = 100;
    private static final int ADDRESS = 500;
    private static final int SECRET = 4000;
    private static final int PARAMETERS = 20;
    private static final int LONGEST_VALUE = 2000;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MOST_CALLS = 600_000;

    private final Addresses addresses;

    DeclarationCheck(Addresses addresses) {
        this.addresses = addresses;
    }

    public Map<String, Fault> faults(Declaration said) {
        var faults = new HashMap<String, Fault>();
        text(faults, "title", said.title(), TITLE);
        if (!OPERATION.matcher(said.operation()).matches()) {
            faults.put("operation", Fault.NOT_A_NAME);
        }
        address(faults, said);
        parameters(faults, said);
        if (said.target().recordsAt().stream()
                .anyMatch(name -> !NAME.matcher(name).matches())) {
            faults.put("records", Fault.NOT_A_NAME);
        }
        var time = said.limits().time();
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            faults.put("time", Fault.OUT_OF_RANGE);
        }
        if (said.limits().perMinute() < 1 || said.limits().perMinute() > MOST_CALLS) {
            faults.put("per-minute", Fault.OUT_OF_RANGE);
        }
        said.target().credentialHeader().ifPresent(header -> {
            if (!HEADER.matcher(header).matches() || OF_THE_WIRE.contains(header.toLowerCase(Locale.ROOT))) {
                faults.put("header", Fault.NOT_A_NAME);
            }
        });
        said.credential().ifPresent(secret -> secret(faults, secret));
        return faults;
    }

    private static void secret(Map<String, Fault> faults, String secret) {
        if (secret.length() > SECRET) {
            faults.put("credential", Fault.TOO_LONG);
        } else if (secret.chars().anyMatch(sign -> sign < ' ' || sign > '~')) {
            faults.put("credential", Fault.NOT_A_NAME);
        }
    }

    private static void text(Map<String, Fault> faults, String field, String value, int longest) {
        if (value.isBlank()) {
            faults.put(field, Fault.MISSING);
        } else if (value.length() > longest) {
            faults.put(field, Fault.TOO_LONG);
        }
    }

    private void address(Map<String, Fault> faults, Declaration said) {
        var written = said.target().address();
        text(faults, "address", written, ADDRESS);
        var address = Addresses.parse(written);
        var authority = written.replaceFirst("^[a-z]+://", "").split("/", 2)[0];
        if (address.isEmpty() || IN_BRACES.matcher(authority).find()) {
            faults.putIfAbsent("address", Fault.NOT_AN_ADDRESS);
            return;
        }
        try {
            // What a node asks is a matter of its department: it asks nothing that was not offered there.
            if (said.target().via().isEmpty() && !addresses.isAllowed(address.get())) {
                faults.put("address", Fault.ADDRESS_REFUSED);
            }
        } catch (UnknownHostException notYet) {
            // A name that is not known today may be known when the interface is called, and is looked at again then.
        }
        var inPath = IN_BRACES.matcher(written);
        while (inPath.find()) {
            var name = inPath.group(1);
            if (said.parameters().stream().noneMatch(one -> one.name().equals(name) && one.need() == Need.REQUIRED)) {
                faults.put("address", Fault.PARAMETER_UNKNOWN);
            }
        }
    }

    private static void parameters(Map<String, Fault> faults, Declaration said) {
        var names = new HashSet<String>();
        if (said.parameters().size() > PARAMETERS) {
            faults.put("parameters", Fault.TOO_LONG);
        }
        for (var parameter : said.parameters()) {
            if (!NAME.matcher(parameter.name()).matches()) {
                faults.put("parameters", Fault.NOT_A_NAME);
            } else if (!names.add(parameter.name())) {
                faults.put("parameters", Fault.TWICE);
            } else if (isBeside(parameter)) {
                faults.put("parameters", Fault.OUT_OF_RANGE);
            }
        }
    }

    private static boolean isBeside(Parameter parameter) {
        return parameter.title().isBlank()
                || parameter.title().length() > TITLE
                || parameter.title().indexOf('|') >= 0
                || parameter.title().indexOf('\n') >= 0
                || parameter.length() < 1
                || parameter.length() > LONGEST_VALUE;
    }
}
