package io.postrider.sender;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** Who takes senders out of service and lets them go on: people, and the lane of a sender that has sent what was due. */
public final class DutyStore {
    /** Further tries that come so soon are waited for; later ones stay in the queue. */
    static final Duration SOON = Duration.ofMinutes(1);

    private static final String CHANGE = """
            update sender set paused = $3, draining = $4, drained = false, version = version + 1
            where account_id = $1 and id = $2
            """;
    private static final String DRAINED = """
            update sender s set paused = true, draining = false, drained = true, version = version + 1
            where s.account_id = $1 and s.id = $2 and s.draining
              and exists (select from sender_lease l where l.sender_id = $2 and l.epoch = $3)
              and not exists (
                select from dispatch_batch b
                where b.account_id = $1 and b.sender_id = $2 and b.released < b.last_id and not b.held and b.not_before <= $4)
            """;
    private static final String LEAVING = "select id from sender where draining or drained";

    private final Database database;

    public DutyStore(Database database) {
        this.database = database;
    }

    /** Nothing more is handed over, and a connection stands. */
    public Future<Void> pause(long account, long id) {
        return change(account, id, true, false);
    }

    /** It goes on, whatever it was told before. */
    public Future<Void> resume(long account, long id) {
        return change(account, id, false, false);
    }

    /** It gets nothing new, sends what is due, and closes its connection then. */
    public Future<Void> drain(long account, long id) {
        return change(account, id, false, true);
    }

    private Future<Void> change(long account, long id, boolean paused, boolean draining) {
        return database.update(CHANGE, account, id, paused, draining)
                .compose(changed -> changed == 1
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.of(SenderReason.NOT_FOUND)));
    }

    /**
     * Notes that a sender is drained, if it is to be, nothing is due now or soon, and the lease is still this owner's; says
     * whether it is noted. To be asked by the owner while none of its messages is without an outcome.
     */
    public Future<Boolean> drained(Lease lease, Instant now) {
        return database.update(
                        DRAINED,
                        lease.accountId(),
                        lease.senderId(),
                        lease.epoch(),
                        now.plus(SOON).atOffset(ZoneOffset.UTC))
                .map(changed -> changed == 1);
    }

    /** Senders of all accounts for which no new messages are written. */
    public Future<Set<Long>> leaving() {
        return database.list(row -> row.getLong("id"), LEAVING).map(Set::copyOf);
    }
}
