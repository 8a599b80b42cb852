package org.tongqu.exchange.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/**
 * Makes a node known to the centre, once, with the code that somebody made for it there.
 *
 * <p>A code is a secret and, behind a point, the fingerprint of the centre's authority: who answers without a certificate
 * of that authority is told nothing, least of all the secret.
 */
final class Enrolment {

    private static final Pattern CODE = Pattern.compile("([A-Za-z0-9_-]{16,64})\\.([0-9a-f]{64})");

    private Enrolment() {}

    /** Gets a certificate and keeps it. The keys are made here and never leave. */
    static Outcome<Identity, Centre.No> enrol(Home home, URI address, String code) throws IOException {
        var parts = CODE.matcher(code.strip());
        if (!parts.matches()) {
            return Outcome.refused(new Centre.No("code-form", ""));
        }
        if (home.identity().isPresent()) {
            return Outcome.refused(
                    new Centre.No("enrolled-already", home.identity().get().system()));
        }
        var calling = NodeKeys.calling();
        var signing = NodeKeys.signing();
        var secret = parts.group(1);
        var proved = (secret + "\n" + NodeKeys.text(calling.getPublic()) + "\n" + NodeKeys.text(signing.getPublic()))
                .getBytes(UTF_8);
        var asked = Datum.empty()
                .with("code", Datum.of(secret))
                .with("key", Datum.of(NodeKeys.text(calling.getPublic())))
                .with("signingKey", Datum.of(NodeKeys.text(signing.getPublic())))
                .with("proof", Datum.of(NodeKeys.sign(calling.getPrivate(), NodeKeys.ENROLMENT, proved)))
                .with("signingProof", Datum.of(NodeKeys.sign(signing.getPrivate(), NodeKeys.ENROLMENT, proved)))
                .with("version", Datum.of(Version.TEXT));
        var pinned = new Secured.Pinned(parts.group(2));
        return new Centre(address, Secured.pinned(pinned)).ask("enrol", asked).map(answer -> {
            var identity = new Identity(
                    address,
                    said(answer, "node"),
                    said(answer, "system"),
                    pinned.authority(),
                    Identity.certificate(said(answer, "certificate")),
                    calling.getPrivate(),
                    signing.getPrivate(),
                    NodeKeys.text(signing.getPublic()));
            home.keep(identity);
            return identity;
        });
    }

    /** Gets a certificate for another key of the same node, when the one it has has lived two thirds of its time. */
    static Optional<Identity> renew(Home home, Identity identity, Centre centre) throws IOException {
        var calling = NodeKeys.calling();
        var key = NodeKeys.text(calling.getPublic());
        var asked = Datum.empty()
                .with("key", Datum.of(key))
                .with("proof", Datum.of(NodeKeys.sign(calling.getPrivate(), NodeKeys.ENROLMENT, key.getBytes(UTF_8))));
        return centre.ask("renew", asked)
                .map(answer -> {
                    var renewed =
                            identity.with(Identity.certificate(said(answer, "certificate")), calling.getPrivate());
                    home.keep(renewed);
                    return renewed;
                })
                .found();
    }

    private static String said(Datum answer, String name) {
        return answer.text(name)
                .orElseThrow(() -> new IllegalStateException("The centre's answer lacks '" + name + "'"));
    }
}
