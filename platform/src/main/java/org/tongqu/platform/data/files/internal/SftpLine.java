package org.tongqu.platform.data.files.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.tongqu.platform.data.files.SftpPlace;
import org.tongqu.platform.operate.web.CallableAddresses;

/** A line to one server of SFTP, whose key is the one that was declared, or there is no line. */
final class SftpLine implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PIECE = 32_000;
    private static final int MOST_NAMES = 1000;

    private final SshClient client;
    private final ClientSession session;
    private final SftpClient files;

    private SftpLine(SshClient client, ClientSession session, SftpClient files) {
        this.client = client;
        this.session = session;
        this.files = files;
    }

    static SftpLine open(SftpPlace place, String secret, CallableAddresses callable) throws IOException {
        var address = InetAddress.getByName(place.host());
        if (!callable.isAllowed(address)) {
            throw new IOException(place.host() + " is no machine that may be called");
        }
        var client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(
                (with, from, key) -> place.hostKey().equals(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key)));
        client.start();
        try {
            var session = client.connect(place.login(), address.getHostAddress(), place.port())
                    .verify(PATIENCE)
                    .getSession();
            identify(session, secret);
            session.auth().verify(PATIENCE);
            return new SftpLine(client, session, SftpClientFactory.instance().createSftpClient(session));
        } catch (IOException | RuntimeException away) {
            client.stop();
            throw away;
        }
    }

    private static void identify(ClientSession session, String secret) throws IOException {
        if (!secret.startsWith("-----BEGIN")) {
            session.addPasswordIdentity(secret);
            return;
        }
        try (var pem = new ByteArrayInputStream(secret.getBytes(UTF_8))) {
            for (var pair : SecurityUtils.loadKeyPairIdentities(session, null, pem, FilePasswordProvider.EMPTY)) {
                session.addPublicKeyIdentity(pair);
            }
        } catch (GeneralSecurityException notOne) {
            throw new IOException("The private key cannot be read", notOne);
        }
    }

    /** Names of folders, in their order; nothing when the folder is not there. */
    List<String> folders(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        if (!isThere(folder)) {
            return names;
        }
        for (var entry : files.readDir(folder)) {
            if (entry.getAttributes().isDirectory()
                    && !entry.getFilename().startsWith(".")
                    && names.size() < MOST_NAMES) {
                names.add(entry.getFilename());
            }
        }
        return names.stream().sorted().toList();
    }

    boolean isThere(String path) throws IOException {
        return size(path) >= 0;
    }

    /** Of a file, or -1 when it is not there. */
    long size(String path) throws IOException {
        try {
            return files.stat(path).getSize();
        } catch (SftpException none) {
            if (none.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return -1;
            }
            throw none;
        }
    }

    byte[] read(String path, int most) throws IOException {
        try (var in = files.read(path)) {
            return in.readNBytes(most);
        }
    }

    /** A file from one of its bytes to another; what stands behind that is not asked for. */
    InputStream read(String path, long from, long to) throws IOException {
        var in = files.read(path);
        try {
            in.skipNBytes(from);
            return new Until(in, to - from);
        } catch (IOException shorter) {
            in.close();
            throw shorter;
        }
    }

    /** So many bytes of a file and no more. */
    private static final class Until extends FilterInputStream {
        private long left;

        Until(InputStream in, long bytes) {
            super(in);
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int start, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            var read = super.read(into, start, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }

    /** Brings a file, behind what is there of it. */
    void bring(Path file, String path) throws IOException {
        var there = Math.max(0, size(path));
        try (var in = Files.newInputStream(file);
                var handle = files.open(path, EnumSet.of(OpenMode.Create, OpenMode.Write))) {
            in.skipNBytes(there);
            var offset = there;
            for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                files.write(handle, offset, piece, 0, piece.length);
                offset += piece.length;
            }
        }
    }

    /** Makes the last folder of a path; the others have to be there. */
    void make(String folder) throws IOException {
        if (!isThere(folder)) {
            files.mkdir(folder);
        }
    }

    void rename(String from, String to) throws IOException {
        files.rename(from, to);
    }

    void remove(String folder, List<String> names) throws IOException {
        for (var name : names) {
            if (isThere(folder + "/" + name)) {
                files.remove(folder + "/" + name);
            }
        }
        files.rmdir(folder);
    }

    @Override
    public void close() throws IOException {
        try (client;
                session) {
            files.close();
        }
    }
}
