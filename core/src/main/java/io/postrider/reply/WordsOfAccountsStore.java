package io.postrider.reply;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.Map;

/** The words of the accounts whose replies one transaction reads, each looked up once. */
final class WordsOfAccountsStore {
    private final SqlConnection transaction;
    private final Map<Long, Future<ReplyWords>> known = new HashMap<>();

    WordsOfAccountsStore(SqlConnection transaction) {
        this.transaction = transaction;
    }

    Future<ReplyWords> of(long account) {
        return known.computeIfAbsent(
                account, id -> WordSettingsStore.get(transaction, id).map(ReplyWords::of));
    }
}
