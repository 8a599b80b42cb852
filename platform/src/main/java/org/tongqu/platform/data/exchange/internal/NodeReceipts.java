package org.tongqu.platform.data.exchange.internal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.exchange.Node;
import org.tongqu.platform.data.exchange.SignedReceipt.Signature;

/** Receipts that a node signs with the key it made: only its public part is known here. */
@Component
class NodeReceipts {

    private final NodeStore nodes;
    private final NodeRunStore runs;
    private final ReceiptStore receipts;
    private final SigningKeys keys;

    NodeReceipts(NodeStore nodes, NodeRunStore runs, ReceiptStore receipts, SigningKeys keys) {
        this.nodes = nodes;
        this.runs = runs;
        this.receipts = receipts;
        this.keys = keys;
    }

    /** Makes the key known as one of the system's, in the transaction of the caller. @return its id */
    String keep(String system, PublicKey key, Instant now) {
        return keys.keepPublic(system, key, now);
    }

    PublicKey key(Node node) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(nodes.signingKey(node.id())));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A node's key in the store is none", broken);
        }
    }

    List<NodeRunStore.Unsigned> unsigned(Node node, int most) {
        return runs.unsigned(node.id(), most);
    }

    /** Adds the node's signature to the receipt of a run of its own; {@code false} when it is none. */
    @Transactional
    public boolean sign(Node node, long run, String value) {
        var receipt = receipts.find(run);
        if (receipt.isEmpty() || !runs.hasEnded(run, node.id())) {
            return false;
        }
        var signature = new Signature(node.system(), keys.id(key(node)), value);
        if (!keys.isTrue(signature, receipt.get().content()).orElse(false)) {
            return false;
        }
        if (receipt.get().signatures().stream().noneMatch(one -> one.holder().equals(node.system()))) {
            receipts.sign(run, receipt.get(), signature);
        }
        runs.signed(run, node.id());
        return true;
    }
}
