package org.tongqu.platform.data.use;

/**
 * An answer that was written down.
 *
 * @param call its id in the journal
 * @param body as it is to be sent
 */
public record Reply(String call, String agreement, byte[] body) {

    @Override
    public String toString() {
        return "Reply[call=" + call + ", agreement=" + agreement + "]";
    }
}
