package io.postrider.reply;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** By which words accounts read, in PostgreSQL. An account without a row reads by the standard ones. */
public final class WordSettingsStore {
    private static final String FIND =
            "select first_word, stop, start, help, off, version from reply_words where account_id = $1";
    private static final String SAVE = """
            insert into reply_words (account_id, first_word, stop, start, help, off, version, changed_by, changed_at)
            values ($1, $2, $3, $4, $5, $6, $7 + 1, $8, $9)
            on conflict (account_id) do update set first_word = excluded.first_word, stop = excluded.stop,
              start = excluded.start, help = excluded.help, off = excluded.off, version = excluded.version,
              changed_by = excluded.changed_by, changed_at = excluded.changed_at
            where reply_words.version = $7
            """;

    private final Database database;

    public WordSettingsStore(Database database) {
        this.database = database;
    }

    /** The words of an account. */
    public Future<WordSettings> get(long account) {
        return database.first(WordSettingsStore::settings, FIND, account)
                .map(found -> found.orElse(WordSettings.STANDARD));
    }

    /** The words of an account as a transaction sees them. */
    static Future<WordSettings> get(SqlClient client, long account) {
        return Database.query(client, FIND, account)
                .map(rows -> Database.rows(rows, WordSettingsStore::settings).stream()
                        .findFirst()
                        .orElse(WordSettings.STANDARD));
    }

    /** Saves them over the version that they carry. */
    public Future<WordSettings> save(long account, WordSettings settings, String by, Instant now) {
        return database.update(
                        SAVE,
                        account,
                        settings.firstWord(),
                        array(settings.stop()),
                        array(settings.start()),
                        array(settings.help()),
                        array(settings.off()),
                        settings.version(),
                        by,
                        now.atOffset(ZoneOffset.UTC))
                .compose(saved -> saved == 1 ? get(account) : Future.failedFuture(Refusal.of(ReplyReason.STALE)));
    }

    private static String[] array(List<String> words) {
        return words.toArray(String[]::new);
    }

    private static WordSettings settings(Row row) {
        return new WordSettings(
                row.getBoolean("first_word"),
                List.of(row.getArrayOfStrings("stop")),
                List.of(row.getArrayOfStrings("start")),
                List.of(row.getArrayOfStrings("help")),
                List.of(row.getArrayOfStrings("off")),
                row.getInteger("version"));
    }
}
