package org.tongqu.platform.data.files.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** A server of SFTP on a port of its own, on which a transfer breaks off when it is told so. */
final class SftpPeer implements AutoCloseable {

    static final String LOGIN = "batches";
    static final String PASSWORD = "a password of this test alone";

    private final SshServer server;
    private final SimpleGeneratorHostKeyProvider keys;

    /** Where each reading and writing of a byte range began. */
    final List<Long> offsets = Collections.synchronizedList(new ArrayList<>());

    private volatile long breakBehind = Long.MAX_VALUE;

    SftpPeer(Path root, Path hostKey) throws IOException {
        this.keys = new SimpleGeneratorHostKeyProvider(hostKey);
        keys.setAlgorithm("EC");
        keys.setKeySize(256);
        this.server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(keys);
        server.setPasswordAuthenticator((login, password, session) -> login.equals(LOGIN) && password.equals(PASSWORD));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        var sftp = new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new Told())
                .build();
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    /** As an officer writes it into the form. */
    Map<String, String> said(String folder) {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                String.valueOf(server.getPort()),
                "login",
                LOGIN,
                "folder",
                folder,
                "host-key",
                fingerprint(),
                "secret",
                PASSWORD);
    }

    private String fingerprint() {
        var pair = keys.loadKeys((SessionContext) null).iterator().next();
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, pair.getPublic());
    }

    /** The next transfer that comes so far is cut off there. */
    void breakBehind(long bytes) {
        breakBehind = bytes;
    }

    /** Opens files so that each byte range is told before it is read or written. */
    private final class Told implements SftpFileSystemAccessor {
        @Override
        public SeekableByteChannel openFile(
                SftpSubsystemProxy subsystem,
                FileHandle fileHandle,
                Path file,
                String handle,
                Set<? extends OpenOption> options,
                FileAttribute<?>... attributes)
                throws IOException {
            var channel =
                    SftpFileSystemAccessor.super.openFile(subsystem, fileHandle, file, handle, options, attributes);
            return new ToldChannel(channel);
        }
    }

    /** The channel itself, but for what is told of it. */
    private final class ToldChannel implements SeekableByteChannel {
        private final SeekableByteChannel channel;

        ToldChannel(SeekableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            pass(channel.position());
            return channel.read(into);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            pass(channel.position());
            return channel.write(from);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private void pass(long offset) throws IOException {
        offsets.add(offset);
        if (offset >= breakBehind) {
            breakBehind = Long.MAX_VALUE;
            throw new IOException("Nothing more of this file");
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
