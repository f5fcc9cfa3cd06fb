package io.bondtrader.compliance.surveillance;

import org.jspecify.annotations.Nullable;

/** Who stands behind the other side of a fill. */
final class Counterparties {

    private Counterparties() {}

    /** The owner of an account, by what the instrument has seen of it before asking the reference. */
    static String ownerOf(String account, Scene scene) {
        Activity seen = scene.instrument().byAccount.get(account);
        return seen == null ? scene.reference().ownerOf(account) : seen.owner;
    }

    /** What the owner of an account did in the scene's instrument; null if nothing yet. */
    static @Nullable Activity activityOf(String account, Scene scene) {
        Activity seen = scene.instrument().byAccount.get(account);
        return seen == null ? scene.instrument().byOwner.get(scene.reference().ownerOf(account)) : seen;
    }

    static String ownerOf(Fill trade, Scene scene) {
        return ownerOf(trade.event.counterparty(), scene);
    }
}
