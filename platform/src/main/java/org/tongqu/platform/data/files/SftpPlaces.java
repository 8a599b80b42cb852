package org.tongqu.platform.data.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.files.internal.SftpPlaceStore;
import org.tongqu.platform.trust.identity.SignedIn;

/** The verbs of servers of SFTP: declared by those who deliver, or take, for a system; shown without their secret. */
@Service
public class SftpPlaces {

    /** What may be said, in the order in which it is asked for. */
    private static final List<Map.Entry<String, Pattern>> SHAPES = List.of(
            Map.entry("host", Pattern.compile("[A-Za-z0-9.:-]{1,253}")),
            Map.entry("port", Pattern.compile("[0-9]{1,5}")),
            Map.entry("login", Pattern.compile("[^\\p{Cntrl}\\s]{1,100}")),
            Map.entry("folder", Pattern.compile("/[^\\p{Cntrl}\\\\]{0,200}")),
            Map.entry("host-key", Pattern.compile("SHA256:[A-Za-z0-9+/]{43}")));

    private static final int LONGEST_SECRET = 10_000;

    private final SftpPlaceStore store;
    private final Deliveries.Told told;

    SftpPlaces(SftpPlaceStore store, Deliveries.Told told) {
        this.store = store;
        this.told = told;
    }

    @Transactional(readOnly = true)
    public Optional<SftpPlace> find(String system) {
        return store.find(system);
    }

    /**
     * Declares the server of a system, or another way into it.
     *
     * @param flow for which the officer was found to act
     * @param said host, port, login, folder, host-key and secret, a password or a private key
     * @return refused with the name of what is wrong
     */
    @Transactional
    public Outcome<SftpPlace, String> declare(
            SignedIn.Officer who, PlannedFlow flow, String system, Map<String, String> said) {
        var wrong = findWrong(said);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        var place = new SftpPlace(
                system,
                said(said, "host"),
                Integer.parseInt(said(said, "port")),
                said(said, "login"),
                said(said, "folder").replaceAll("/+$", ""),
                said(said, "host-key"));
        store.keep(place, said.getOrDefault("secret", ""), who.doer().name());
        tell(who, "files.place-declare", flow, place.address());
        return Outcome.done(place);
    }

    private static String said(Map<String, String> said, String name) {
        return said.getOrDefault(name, "").strip();
    }

    private static Optional<String> findWrong(Map<String, String> said) {
        for (var shape : SHAPES) {
            if (!shape.getValue().matcher(said(said, shape.getKey())).matches()) {
                return Optional.of(shape.getKey());
            }
        }
        var port = Integer.parseInt(said(said, "port"));
        if (port < 1 || port > 65_535) {
            return Optional.of("port");
        }
        var secret = said.getOrDefault("secret", "");
        return secret.isBlank() || secret.length() > LONGEST_SECRET ? Optional.of("secret") : Optional.empty();
    }

    /** From now on nothing is fetched there and nothing brought. @return false when there was none */
    @Transactional
    public boolean remove(SignedIn.Officer who, PlannedFlow flow, String system) {
        var isGone = store.remove(system);
        if (isGone) {
            tell(who, "files.place-remove", flow, system);
        }
        return isGone;
    }

    private void tell(SignedIn.Officer who, String verb, PlannedFlow flow, String place) {
        told.tell(who.doer(), verb, flow.id(), Datum.empty().with("place", Datum.of(place)));
    }
}
