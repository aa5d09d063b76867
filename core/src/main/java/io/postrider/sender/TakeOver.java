package io.postrider.sender;

import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import java.util.Map;

/** Which sender may take over what the operator of another one refuses. */
final class TakeOver {
    private static final String FIELD = "/errors/failOverTo";
    private final SenderStore store;

    TakeOver(SenderStore store) {
        this.store = store;
    }

    /** The sender with the name of the one that takes over, or a refusal; a sender that is new has the number 0. */
    Future<Sender> checked(Sender sender) {
        ErrorRules.FailOver wanted = sender.errors().failOver();
        if (wanted == null) {
            return sender.errors().givesAway()
                    ? refused(SenderReason.FAIL_OVER_MISSING, Map.of())
                    : Future.succeededFuture(sender);
        }
        if (wanted.senderId() == sender.id()) {
            return refused(SenderReason.FAIL_OVER_SELF, Map.of());
        }
        return store.find(sender.accountId(), wanted.senderId())
                .compose(found -> found.map(other -> fits(sender, other))
                        .orElseGet(() -> refused(SenderReason.FAIL_OVER_UNKNOWN, Map.of())));
    }

    private Future<Sender> fits(Sender sender, Sender other) {
        if (!other.channel().equals(sender.channel())) {
            return refused(SenderReason.FAIL_OVER_CHANNEL, Map.of("sender", other.name()));
        }
        if (other.rehearsal() != sender.rehearsal()) {
            return refused(SenderReason.FAIL_OVER_SIMULATOR, Map.of());
        }
        return store.comesBack(sender.accountId(), sender.id(), other.id())
                .compose(circle -> circle.isPresent()
                        ? refused(SenderReason.FAIL_OVER_CIRCLE, Map.of("sender", circle.get()))
                        : Future.succeededFuture(sender.takenOverBy(other)));
    }

    private static <T> Future<T> refused(SenderReason reason, Map<String, String> values) {
        return Future.failedFuture(Refusal.ofField(reason, FIELD, values));
    }
}
