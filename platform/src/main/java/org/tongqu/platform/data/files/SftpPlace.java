package org.tongqu.platform.data.files;

/**
 * Where a system keeps its batches on a server of SFTP: {@code FOLDER/FLOW/ANY-NAME/manifest.json}.
 *
 * @param hostKey by which the server is known, as {@code ssh-keygen -lf} writes it, e.g. {@code SHA256:…}
 */
public record SftpPlace(String system, String host, int port, String login, String folder, String hostKey) {

    /** How programs write it. */
    public String address() {
        return "sftp://" + login + "@" + host + ":" + port + folder;
    }
}
