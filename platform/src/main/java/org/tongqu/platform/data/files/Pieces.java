package org.tongqu.platform.data.files;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Service;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.platform.data.files.internal.Spool;
import org.tongqu.platform.trust.identity.SignedIn;

/**
 * A file that an officer's browser sends piece by piece. What says that it is the same file, after a reload, are its name, its
 * size and when it was changed; nobody but the officer goes on with it.
 */
@Service
public class Pieces {

    private static final String FILE = "file";
    private static final int LONGEST_NAME = 500;

    private final Batches batches;
    private final Spool spool;

    Pieces(Batches batches, Spool spool) {
        this.batches = batches;
        this.spool = spool;
    }

    /** A file as a browser tells of it. @param modified milliseconds, by the clock of the officer's machine */
    public record Named(String name, long size, long modified) {}

    /** How much of it is here. */
    public Outcome<Long, UploadRefusal> reached(SignedIn.Officer who, String flow, Named named) {
        return batches.mayDeliver(who, flow).map(planned -> spool.offset(token(who, flow, named), part(named)));
    }

    /** Puts a piece behind what is here. @return where the file ends now */
    public Outcome<Long, UploadRefusal> append(
            SignedIn.Officer who, String flow, Named named, long offset, InputStream piece) throws IOException {
        if (batches.mayDeliver(who, flow) instanceof Outcome.Refused<?, UploadRefusal>(var why)) {
            return Outcome.refused(why);
        }
        return named.size() < 1 || named.name().isBlank() || named.name().length() > LONGEST_NAME
                ? Outcome.refused(new UploadRefusal.UnknownUpload())
                : spool.append(token(who, flow, named), part(named), offset, piece);
    }

    /** All of it is here: it goes the way of a file that was handed in at once. */
    public Outcome<Batch, UploadRefusal> handIn(SignedIn.Officer who, String flow, Named named) throws IOException {
        var token = token(who, flow, named);
        var here = spool.offset(token, part(named));
        return named.size() < 1 || here != named.size()
                ? Outcome.refused(new UploadRefusal.WrongOffset(here))
                : batches.handIn(who, flow, named.name(), spool.arriving(token).resolve(FILE));
    }

    private static Manifest.Part part(Named named) {
        return new Manifest.Part(FILE, named.size(), "", 0);
    }

    private static String token(SignedIn.Officer who, String flow, Named named) {
        var said = String.join("\n", who.doer().id(), flow, named.name(), named.size() + "", named.modified() + "");
        return Spool.UNNAMED + Digest.of(said).hex();
    }
}
